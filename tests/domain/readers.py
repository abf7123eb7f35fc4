"""The second reading of a bag at random: in every way that counts, and in every way that must not."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import rule

from desens_gui.domain.answers import Accepted
from desens_gui.domain.commands.pump import DoubleCheckBag, ReportIvSite, ReportPumpRunning
from desens_gui.domain.events.pump import IvSite
from desens_gui.domain.proof import TelephoneWord
from desens_gui.domain.stage import ChangingBag, Stepping
from tests.courses import connect, told_rate
from tests.domain.nurses import Nurses
from tests.driving import COLLEAGUE, MINUTE, NURSE

GOOD = ("colleague", "alone", "telephone")
BAD = ("at once", "first reader", "expired", "changed", "stranger", "twice", "own telephone")


class Readers(Nurses):
    @rule(way=st.sampled_from((*GOOD, *BAD)))
    def second_reading(self, way: str) -> None:
        """From the first reading on; the pump starts after a reading that counts and after no other."""
        self._to_the_next_bag()
        if not isinstance(self.chair.session.stage, ChangingBag) or self.chair.session.away is not None:
            return
        self.chair.wait(1)
        again = connect(self.chair)
        self.oracle.bag_connected()
        if way in GOOD:
            self._read_well(again, way)
            self.oracle.bag_read_twice()
            self.reached[f"read by {way}"] += 1
            return
        self._read_wrongly(again, way)
        self.chair.do(ReportIvSite(site=IvSite.WELL))
        change = self.chair.session.stage
        assert isinstance(change, ChangingBag)
        assert not change.double_checked
        assert not self._submit(ReportPumpRunning(rate_ml_h=told_rate(self.chair, change.to_step)))

    def _to_the_next_bag(self) -> None:
        """What a careful nurse does where the next step hangs another bag."""
        session = self.chair.session
        last = session.on_last_step
        if (
            isinstance(session.stage, Stepping)
            and not last
            and self.chair.plan.begins_bag(self.chair.step_number + 1)
        ):
            self.wait(20 * MINUTE)
            self.check(100, "well", 0)
            self.go_up(100)

    def _read_well(self, again: DoubleCheckBag, way: str) -> None:
        before = len(self.chair.session.unsigned)
        if way == "colleague":
            self.chair.do(again, proof=self.chair.proof(again, COLLEAGUE))
        elif way == "alone":
            self.chair.wait(MINUTE)
            self.chair.do(again)
        else:
            word = TelephoneWord(by="Dr Meier", read_back=True)
            self.chair.do(msgspec.structs.replace(again, telephone=word))
        assert len(self.chair.session.unsigned) - before == (way != "colleague")

    def _read_wrongly(self, again: DoubleCheckBag, way: str) -> None:
        chair = self.chair
        reader = NURSE if way == "first reader" else COLLEAGUE
        proof = chair.proof(again, reader)
        if way == "expired":
            chair.wait(6 * MINUTE)
        elif way == "changed":
            chair.wait(1)
            again = connect(chair)  # the label was read anew
        elif way == "stranger":
            proof = msgspec.structs.replace(proof, person="nobody-knows")
        elif way == "twice":
            chair.do(again, proof=proof)
            again = connect(chair)
        elif way == "own telephone":
            again = msgspec.structs.replace(again, telephone=TelephoneWord(by="Mara Lindt", read_back=True))
        alone = way in ("at once", "own telephone")
        assert not isinstance(chair.decide(again, proof=None if alone else proof), Accepted)
