"""Asked on a thread of its own, again and again, until it is closed."""

from __future__ import annotations

from threading import Event

from desens_gui.system.polling import Polling


def test_the_newest_answer_is_there_and_the_thread_ends() -> None:
    asked, answers = Event(), [1, 2, 3]

    def ask() -> int:
        if len(answers) == 1:
            asked.set()
            return answers[0]
        return answers.pop(0)

    polling = Polling("test", ask, 0.001)
    assert asked.wait(5)
    polling.close()
    assert polling.newest == 3
