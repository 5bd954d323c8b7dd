"""Who hears of a change: everybody who listens, a closed branch no longer."""

from chatapp.domain.changes import Change, ConversationsListed
from chatapp.services.publishing import Publisher

CHANGE = ConversationsListed()


def test_a_change_reaches_every_listener_until_it_stops_listening() -> None:
    publisher, heard = Publisher(), list[Change]()
    stop = publisher.subscribe(heard.append)
    publisher.subscribe(heard.append)
    publisher.publish(CHANGE)
    stop()
    publisher.publish(CHANGE)
    assert heard == [CHANGE] * 3


def test_a_branch_hears_its_origin_and_speaks_to_all() -> None:
    publisher, here, there = Publisher(), list[Change](), list[Change]()
    publisher.subscribe(there.append)
    branch = publisher.branch()
    branch.subscribe(here.append)
    publisher.publish(CHANGE)
    branch.publish(CHANGE)
    assert (here, there) == ([CHANGE] * 2, [CHANGE] * 2)


def test_a_closed_branch_is_silent_and_the_origin_goes_on() -> None:
    publisher, here, there = Publisher(), list[Change](), list[Change]()
    publisher.subscribe(there.append)
    branch = publisher.branch()
    branch.subscribe(here.append)
    branch.close()
    publisher.publish(CHANGE)
    assert (here, there) == ([], [CHANGE])
