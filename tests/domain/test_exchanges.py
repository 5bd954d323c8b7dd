"""What is known of an exchange, and when its bytes came."""

from chatapp.domain.exchanges import (
    Arrivals,
    Exchange,
    ExchangeId,
    Moments,
    new_exchange_id,
    new_step_id,
)


def test_a_byte_belongs_to_the_read_that_brought_it() -> None:
    arrivals = Arrivals()
    for offset, at_ms in ((0, 5.0), (10, 8.0), (30, 9.5)):
        arrivals.add(offset, at_ms, 0.0)
    assert [arrivals.read_of(p) for p in (0, 9, 10, 29, 30, 999)] == [0, 0, 1, 1, 2, 2]


def test_arrivals_survive_being_packed_and_damage_costs_only_itself() -> None:
    arrivals = Arrivals()
    arrivals.add(0, 1.25, 0.5)
    arrivals.add(7, 2.5, 0.0)
    again = Arrivals.unpacked(arrivals.packed())
    assert (list(again.offsets), list(again.at_ms), list(again.waited_ms)) == (
        [0, 7],
        [1.25, 2.5],
        [0.5, 0.0],
    )
    assert len(Arrivals.unpacked(b"damaged")) == 0


def test_an_exchange_knows_whether_and_how_it_ended() -> None:
    running = Exchange(ExchangeId("a"), started_at=100.0)
    ended = Exchange(ExchangeId("a"), started_at=100.0, moments=Moments(ended_ms=1500.0))
    assert running.is_running
    assert running.ended_at is None
    assert ended.ended_at == 101.5
    assert not ended.failed
    assert Exchange(ExchangeId("a"), status=429).failed
    assert Exchange(ExchangeId("a"), error="The connection broke off.").failed


def test_identifiers_are_unique_and_sort_by_time() -> None:
    ids = [new_exchange_id() for _ in range(50)]
    assert len(set(ids)) == 50
    assert [i[:12] for i in ids] == sorted(i[:12] for i in ids)
    assert len(new_step_id()) == 24
