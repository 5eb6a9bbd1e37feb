"""Getting ready in the background while the page is already open."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from enum import StrEnum

from api.http.household import Household
from api.remedy import explained

log = logging.getLogger("hoiluat.serve")


class Stage(StrEnum):
    """Where the preparation stands."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class State:
    """The stage, and what is being done or what went wrong, in Vietnamese."""

    stage: Stage
    detail: str


class Readiness:
    """Prepares a house once, in a thread of its own."""

    def __init__(self, house: Household) -> None:
        self._house = house
        self._state = State(Stage.LOADING, "đang khởi động")
        self._thread = threading.Thread(target=self._prepare, name="prepare", daemon=True)

    @property
    def state(self) -> State:
        """The present state."""
        return self._state

    def start(self) -> None:
        """Begin to prepare; returns at once."""
        self._thread.start()

    def wait(self, seconds: float) -> State:
        """The state after the preparation ended or `seconds` went by."""
        self._thread.join(seconds)
        return self._state

    def _prepare(self) -> None:
        try:
            self._house.prepare(self._report)
        except Exception as error:
            log.exception("preparing failed")
            self._state = State(Stage.FAILED, explained(error) or str(error) or type(error).__name__)
        else:
            self._state = State(Stage.READY, "sẵn sàng")

    def _report(self, part: str) -> None:
        self._state = State(Stage.LOADING, part)
