"""The one object a page gets: it reads, performs deeds, and computes without freezing the window."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from dutydesk.domain.accounts import Author
from dutydesk.errors import DutyDeskError, StoreError
from dutydesk.services import files, people, rights
from dutydesk.services.changes import EVERYTHING, Changes, done_before
from ui.clock import local
from ui.keeping.trouble import Asked, Trouble, Unheard, asked

if TYPE_CHECKING:
    from pathlib import Path

    from dutydesk.services.files import Store

P = ParamSpec("P")
R = TypeVar("R")
Report = Callable[[object], bool]
"""A job calls it now and then with how far it is; False means: hand back what you have."""


class InlineExecutor(Executor):
    """Runs each job at once on the caller's thread: for tests and the self-test."""

    @override
    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Work(QObject):
    """A job under way; lives on the window's thread, `report` alone is called from the job's."""

    progressed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject, deliver: Callable[["Work", object, object], None]) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._wanted = True
        self.dropped = False
        self._ended.connect(self._on_ended)

    def stop(self) -> None:
        """Ask for the best the job has by now; `done` will still be called."""
        self._wanted = False

    def cancel(self) -> None:
        """Ask the job to end and drop its result; `done` will not be called."""
        self._wanted = False
        self.dropped = True

    def report(self, progress: object) -> bool:
        """Pass `progress` on to the window and say whether to go on."""
        if self._wanted:
            self.progressed.emit(progress)
        return self._wanted

    def run(self, job: Callable[[Report], object]) -> None:
        """Do the job on the executor's thread; whatever it raises is raised again on the window's."""
        try:
            result, error = job(self.report), None
        except BaseException as raised:  # noqa: BLE001 -- carried over to the other thread, not swallowed
            result, error = None, raised
        self._ended.emit(result, error)

    def _on_ended(self, result: object, error: BaseException | None) -> None:
        self._deliver(self, result, error)


class Session(QObject):
    """An open file and who sits before it.

    `changed` carries the `Changes` of a deed after its COMMIT; `refused` a `DutyDeskError` after which
    nothing was changed. `person` is the id of the one who signed in, empty for nobody; `signed` says that it
    is another one now.
    `performing` comes before every deed, outside its transaction. `backed_up` carries the last good backup
    when it was found anew. `lead` is by how much the clock is taken to be slow while it is not believed.
    `sought` carries a page and a place on it that somebody wants to see.
    `recovered` says that the file can be written to again: what could not be kept may be tried once more.
    """

    changed = Signal(object)
    refused = Signal(object)
    signed = Signal()
    recovered = Signal()
    performing = Signal()
    backed_up = Signal(object)
    sought = Signal(str, str)

    def __init__(
        self, store: "Store", *, actor: str, now: Callable[[], datetime], executor: Executor
    ) -> None:
        super().__init__()
        self._store = store
        self._executor = executor
        self._under_way: set[Work] = set()
        self._ended: list[Work] = []
        self.actor = self._at_machine = actor
        self.trouble = Trouble(store.path)
        self.person = ""
        self.now = now
        self.lead = timedelta()

    @property
    def path(self) -> "Path | None":
        """The file; None for a rehearsal in memory."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether the file may only be looked at."""
        return self._store.read_only

    @property
    def mended(self) -> tuple[str, ...]:
        """The guards of the journal that had to be put back when the file was opened."""
        return self._store.mended

    def sure_now(self) -> datetime:
        """The instant by which a deadline is counted down: a leap of the clock does not move it."""
        return self.now() + self.lead

    def today(self) -> date:
        """The local date of the office."""
        return local(self.now()).date()

    def author(self, *, on_behalf_of: str = "", reason: str = "") -> Author:
        """Who does the next deed, and when."""
        return Author(self.actor, self.now(), on_behalf_of, reason, self.person)

    @property
    def locked(self) -> bool:
        """Whether the office has accounts and nobody is signed in: all can be read, nothing done."""
        try:
            return not self.person and self.read(rights.has_accounts)
        except StoreError:  # it can only be looked at: there is nothing to lock
            return False

    def enter(self, door: Callable[..., Changes], person: str, *words: str) -> None:
        """Let somebody in by a deed of the door, `sign_in` or `break_glass`; raises what refuses them."""
        self.at_door(door, person, *words)
        self.person, self.actor = person, self.read(people.staff).named(person)
        self.signed.emit()

    def lock(self) -> None:
        """Let nobody be signed in; what is shown and what is being typed stays."""
        self.person, self.actor = "", self._at_machine
        self.signed.emit()

    def obstacle(self, deed: str) -> DutyDeskError | None:
        """Why whoever is signed in may not do a deed; None where they may."""
        try:
            return self.read(rights.obstacle, self.author(), deed)
        except StoreError as error:
            return error

    def at_door(self, deed: Callable[..., Changes], *words: str) -> None:
        """Do a deed while nobody is signed in; raises what refuses it."""
        deed(self._store, *words, by=Author(self._at_machine, self.now()))

    def read(self, query: Callable[Concatenate["Store", P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask; changes nothing."""
        try:
            return query(self._store, *args, **kwargs)
        except DutyDeskError as error:
            self.trouble.meet(error)
            raise

    def perform(
        self, deed: Callable[Concatenate["Store", P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Changes | None:
        """Do, and announce what changed; None after a refusal, which is announced instead.

        The same deed again after the disk failed is a retry: if it was kept after all, it is not done twice.
        """
        self.performing.emit()
        what = asked(deed, args, kwargs)
        try:
            changes = self._kept_after_all(what) or deed(self._store, *args, **kwargs)
        except DutyDeskError as error:
            self.trouble.meet(error, Unheard(self._store.tried, what))
            self.refused.emit(error)
            return None
        self.trouble.unheard = None
        self.changed.emit(changes)
        return changes

    def reopen(self) -> None:
        """Open the file anew after it was away; every page reads again, and drafts are tried once more."""
        if self.path is None:
            return
        fresh = files.open_file(self.path)
        self._store.close()
        self._store = fresh
        unheard, self.trouble.unheard = self.trouble.unheard, None
        kept = done_before(fresh, unheard.deed_id) if unheard else None
        self.trouble.is_over()
        self.changed.emit(Changes(EVERYTHING, kept.rows, kept.deed) if kept else Changes(EVERYTHING))
        self.recovered.emit()

    def _kept_after_all(self, what: Asked) -> Changes | None:
        unheard = self.trouble.unheard
        return done_before(self._store, unheard.deed_id) if unheard and unheard.what == what else None

    def compute(
        self,
        job: Callable[[Report], R],
        done: Callable[[R], None],
        progress: Callable[[object], None] | None = None,
    ) -> Work:
        """Run a pure function of frozen values elsewhere; `done` gets its result on the window's thread.

        A refusal by the job is announced like one of a deed, unless the work was cancelled. With the inline
        executor `done` was called before this returns.
        """
        work = Work(self, partial(self._deliver, done))
        if progress is not None:
            work.progressed.connect(progress)
        self._under_way.add(work)
        self._executor.submit(work.run, job)
        return work

    def close(self) -> None:
        """Drop what is being computed and close the file; safe to call twice."""
        for work in self._under_way:
            work.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._let_go()
        self._store.close()

    def _let_go(self) -> None:
        """Drop the works that ended before the one that ends now.

        The executor's thread holds a job a moment longer than its end; were it the last to hold it, what
        belongs to the window would be destroyed on that thread. When a later job ends, it has let go.
        """
        for each in self._ended:
            each.deleteLater()
        self._ended.clear()

    def _deliver(self, done: Callable[[R], None], work: Work, result: R, error: BaseException | None) -> None:
        self._under_way.discard(work)
        self._let_go()
        self._ended.append(work)
        if work.dropped:
            return
        if isinstance(error, DutyDeskError):
            self.refused.emit(error)
        elif error is not None:
            raise error
        else:
            done(result)
