"""Who hears of a change: everybody who listens to its kind, a closed branch no longer."""

from collections.abc import Callable

from chatapp.domain.changes import Change, ConversationsListed, ToolsChanged, UsageChanged
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


def test_a_listener_hears_only_the_kinds_it_names() -> None:
    publisher, some, everything = Publisher(), list[Change](), list[Change]()
    publisher.subscribe(some.append, UsageChanged, ToolsChanged)
    publisher.subscribe(everything.append)
    for change in (CHANGE, UsageChanged(), ToolsChanged()):
        publisher.publish(change)
    assert some == [UsageChanged(), ToolsChanged()]
    assert everything == [CHANGE, *some]


def test_listeners_that_come_and_go_meanwhile_are_heeded_from_the_next_change_on() -> None:
    publisher, late = Publisher(), list[Change]()
    publisher.subscribe(lambda _: stops.append(publisher.subscribe(late.append, UsageChanged)))
    stops = list[Callable[[], None]]()
    publisher.publish(UsageChanged())
    assert late == []
    publisher.publish(UsageChanged())
    assert len(late) == 1
    stops[0]()
    publisher.publish(UsageChanged())
    assert len(late) == 2
