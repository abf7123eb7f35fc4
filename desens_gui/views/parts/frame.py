"""The four fixed rows around every screen."""

from __future__ import annotations

from msgspec import Struct

from desens_gui.views.parts.action import ActionBarView
from desens_gui.views.parts.alarm import AlarmStripView
from desens_gui.views.parts.banner import BannerView
from desens_gui.views.parts.status import StatusView


class FrameView(Struct, frozen=True, kw_only=True):
    banner: BannerView
    alarm: AlarmStripView
    actions: ActionBarView
    status: StatusView
