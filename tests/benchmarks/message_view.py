"""CPU per token while an answer is put together and shown, without a network.

``python -m tests.benchmarks.message_view [RUNS]`` (5 unless told) prints one JSON line each, the
median ratio of runs in turn: an answer of 100,000 tokens against one of 1,000, and streaming into
a conversation of 10,000 messages against an empty one. A frame comes every 25 tokens, which is
50 ms of a stream of 500 tokens a second; its parts are laid out and painted (offscreen).
"""

import json
import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from chatapp.domain.messages import MessageStatus
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.fonts import prepare_fonts
from chatapp.wire.accumulate import ReplyAccumulator
from tests.support.token_server import PIECES
from tests.ui.conversation.conversation_data import answer, conversation_of, user

TOKENS_PER_FRAME = 25
WARM_UP = 500


def us_per_token(application: QApplication, tokens: int, above: int = 0) -> float:
    """Stream an answer below ``above`` messages; return its CPU time per token."""
    view = MessageView()
    view.resize(900, 700)
    view.show()
    waiting = answer("answer", "", MessageStatus.WAITING)
    path = [*conversation_of(above), ShownMessage(user("asked", "go"))]
    view.show_path([*path, ShownMessage(waiting, is_last=True)])
    application.processEvents()
    reply, used = ReplyAccumulator(), 0.0
    for number in range(tokens + WARM_UP):
        began = time.process_time()
        piece = PIECES[number % len(PIECES)]
        reply.feed_object({"choices": [{"index": 0, "delta": {"content": piece}}]})
        if number % TOKENS_PER_FRAME == 0:
            message = answer("answer", "", MessageStatus.STREAMING, choices=reply.reply().choices)
            view.update_message(ShownMessage(message, is_last=True))
            view._pacer.flush()
            application.processEvents()
        if number >= WARM_UP:
            used += time.process_time() - began
    view.close()
    view.deleteLater()
    application.processEvents()
    return used / tokens * 1e6


def report(what: str, bar: float, pairs: list[tuple[float, float]]) -> None:
    """Print one line: medians, and the median of the ratios of runs that followed each other."""
    line = {
        "what": what,
        "us": round(statistics.median(ours for ours, _ in pairs), 1),
        "base_us": round(statistics.median(base for _, base in pairs), 1),
        "ratio": round(statistics.median(ours / base for ours, base in pairs), 2),
        "bar": bar,
    }
    print(json.dumps(line), flush=True)


def main(runs: int) -> None:
    """Measure and print."""
    application = QApplication([])
    application.setStyle("Fusion")
    prepare_fonts(application)
    us_per_token(application, 2_000)
    into = [
        (us_per_token(application, 5_000, above=10_000), us_per_token(application, 5_000))
        for _ in range(runs)
    ]
    report("CPU per token into 10,000 messages, against none", 1.1, into)
    long = []
    for _ in range(runs):
        short = statistics.median(us_per_token(application, 1_000) for _ in range(3))
        long.append((us_per_token(application, 100_000), short))
    report("CPU per token of 100,000 tokens, against 1,000", 1.3, long)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5)
