"""Cycles are freed on the GUI thread, and on no other."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject

from chatapp import garbage
from chatapp.garbage import GarbageCollector


@pytest.fixture
def collector(qapp: QObject) -> Iterator[GarbageCollector]:
    made = GarbageCollector()
    yield made
    made._timer.stop()
    gc.unfreeze()
    gc.enable()


class Node:
    """Part of a cycle that says on which thread it ends."""

    ended_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def test_a_thread_that_makes_much_collects_nothing(collector: GarbageCollector) -> None:
    Node.ended_on.clear()

    def work() -> None:
        Node()
        _ = [[] for _ in range(garbage.YOUNG * 2)]

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert Node.ended_on == []
    kept = [[] for _ in range(garbage.YOUNG + 1)]  # type: ignore[var-annotated]
    collector.look()
    assert Node.ended_on == [threading.get_ident()]
    assert kept


def test_little_is_not_looked_at(collector: GarbageCollector) -> None:
    gc.collect()
    Node.ended_on.clear()
    Node()
    collector.look()
    assert Node.ended_on == []


def test_old_garbage_is_found_after_some_rounds(collector: GarbageCollector) -> None:
    Node.ended_on.clear()
    node = Node()
    gc.collect(0)
    gc.collect(1)  # it is among the oldest now
    del node
    for _ in range((garbage.OLDER + 2) ** 2):
        kept = [[] for _ in range(garbage.YOUNG * 2)]  # type: ignore[var-annotated]
        collector.look()
        if Node.ended_on:
            break
        del kept
    assert Node.ended_on == [threading.get_ident()]
