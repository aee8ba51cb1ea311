"""Words for everything the domain knows by a code: classes, rules, obstacles, findings, preset names."""

from collections.abc import Callable, Mapping
from datetime import date

from dutydesk.domain.calendar import LegalClass, RotationClass
from dutydesk.domain.candidates import Obstacle
from dutydesk.domain.leave import Half
from dutydesk.domain.people import ExemptionScope
from dutydesk.domain.presets import PresetKind
from dutydesk.domain.rules import Finding, Rule, Severity
from ui.i18n import long_day, marked, tr

Names = Mapping[str, str]

_CLASSES = {
    RotationClass.WORKDAY: marked("working day"),
    RotationClass.RESTDAY: marked("rest day"),
    RotationClass.HOLIDAY: marked("holiday"),
}
_LEGAL = {
    LegalClass.WORKDAY: marked("working day"),
    LegalClass.ADJUSTED_WORKDAY: marked("adjusted working day"),
    LegalClass.WEEKEND: marked("weekend rest day"),
    LegalClass.HOLIDAY_WEEKEND: marked("weekend in a holiday block"),
    LegalClass.ADJUSTED_REST: marked("adjusted rest day"),
    LegalClass.STATUTORY_HOLIDAY: marked("statutory holiday"),
}
_SEVERITIES = {
    Severity.ERROR: marked("error"),
    Severity.WARNING: marked("warning"),
    Severity.NOTE: marked("note"),
}
_SCOPES = {
    ExemptionScope.NIGHT: marked("nights"),
    ExemptionScope.HOLIDAY: marked("holidays"),
    ExemptionScope.ALL: marked("every duty"),
    ExemptionScope.POST: marked("one post"),
}
_HALVES = {Half.MORNING: marked("morning"), Half.AFTERNOON: marked("afternoon")}
_OBSTACLES = {
    Obstacle.POST: marked("may not stand this post"),
    Obstacle.NOT_SERVING: marked("not in the office on that day"),
    Obstacle.EXEMPT: marked("exempt"),
    Obstacle.ON_LEAVE: marked("on leave"),
    Obstacle.SAME_DAY: marked("on duty that day already"),
    Obstacle.REST: marked("too little rest to the duty before or after"),
    Obstacle.WEEK_LIMIT: marked("enough duties in that week already"),
    Obstacle.PAIR: marked("the partner of the A/B pair is on duty"),
    Obstacle.SECTION: marked("somebody of the same section is on duty"),
}
_FINDINGS = {
    Rule.EMPTY_PLACE: marked("{day}: nobody stands {post} ({shift})."),
    Rule.DOUBLE_DUTY: marked("{day}: {people} has two duties on one day."),
    Rule.ON_LEAVE: marked("{day}: {people} is on leave but stands {post}."),
    Rule.EXEMPT: marked("{day}: {people} is exempt but stands {post}."),
    Rule.WRONG_POST: marked("{day}: {people} stands {post} without being named for it."),
    Rule.NOT_SERVING: marked("{day}: {people} does not belong to the office on that day but stands {post}."),
    Rule.REST_TOO_SHORT: marked("{people}: too little rest between the duties of {earlier} and {later}."),
    Rule.WEEK_LIMIT: marked("{day}: {people} has {count} duties in that week; at most {limit} are allowed."),
    Rule.PAIR_TOGETHER: marked("{day}: {people} are an A/B pair and both on duty."),
    Rule.SECTION_TOGETHER: marked("{day}: {people} are of one section and both on duty."),
    Rule.NO_LEADER: marked("{day}: no leader on site in the sensitive period ({reason})."),
    Rule.UNFAIR: marked(
        "{post}, {rotation}: between {fewest} and {most} duties a person, more apart than due."
    ),
    Rule.YEAR_WITHOUT_NOTICE: marked(
        "The official holiday notice of {year} is not entered yet; {year} is planned by weekends only."
    ),
    Rule.OLD_PATTERN: marked("{day}: {people} stands {post}, which the present shift pattern does not have."),
    Rule.UNCONFIRMED_EXEMPTION: marked(
        "{people}: the exemption “{reason}” from the staff list is not confirmed and does not count."
    ),
    Rule.NOT_SENT_UP: marked(
        "The holiday roster from {first} to {last} should have been published and sent up."
    ),
}
_PRESETS = {
    PresetKind.FULL_DAY: marked("24 hours, 8:00 to 8:00"),
    PresetKind.GAPS: marked("Noon and night on working days, 24 hours on rest days"),
    PresetKind.DAY_NIGHT: marked("Day 8:30 to 17:30 and night 17:30 to 8:30"),
    PresetKind.WEEKLY: marked("One group a week"),
}
_PRESET_WORDS = {
    "leader": marked("duty leader"),
    "officer": marked("duty officer"),
    "noon_officer": marked("noon officer"),
    "day_officer": marked("day officer"),
    "night_officer": marked("night officer"),
    "mid_level": marked("mid-level cadre"),
    "driver": marked("duty driver"),
    "main_officer": marked("main officer"),
    "deputy_officer": marked("deputy officer"),
    "full_day_shift": marked("24-hour shift"),
    "noon_shift": marked("noon shift"),
    "day_shift": marked("day shift"),
    "night_shift": marked("night shift"),
    "lead_duty": marked("duty leadership"),
    "weekly_shift": marked("weekly shift"),
    "annual": marked("annual leave"),
    "personal": marked("personal leave"),
    "sick": marked("sick leave"),
    "long_sick": marked("long sick leave"),
    "marriage": marked("marriage leave"),
    "maternity": marked("maternity leave"),
    "paternity": marked("paternity leave"),
    "bereavement": marked("bereavement leave"),
    "home_visit": marked("home-visit leave"),
    "comp_rest": marked("compensatory rest"),
    "official": marked("official trip"),
    "training": marked("training"),
    "secondment": marked("secondment"),
    "work_injury": marked("work injury"),
    "other": marked("other leave"),
}


def class_text(rotation: RotationClass) -> str:
    """工作日, 休息日 or 节假日."""
    return tr(_CLASSES[rotation])


def legal_text(legal: LegalClass) -> str:
    """The legal class of a day."""
    return tr(_LEGAL[legal])


def severity_text(severity: Severity) -> str:
    """错误, 警告 or 提示."""
    return tr(_SEVERITIES[severity])


def scope_text(scope: ExemptionScope) -> str:
    """What an exemption spares."""
    return tr(_SCOPES[scope])


def half_text(half: Half) -> str:
    """上午 or 下午."""
    return tr(_HALVES[half])


def obstacle_text(obstacle: Obstacle) -> str:
    """Why somebody may not stand a place."""
    return tr(_OBSTACLES[obstacle])


def preset_text(kind: PresetKind) -> str:
    """A preset's line in a list."""
    return tr(_PRESETS[kind])


def preset_word(code: str) -> str:
    """The name that a preset gives a post, shift or leave type."""
    return tr(_PRESET_WORDS[code])


def finding_text(finding: Finding, names: Names, posts: Names, shifts: Names) -> str:
    """A finding as one sentence; the maps give the names of people, posts and shifts by id."""
    facts = {name: _fact(name, value, posts) for name, value in finding.facts}
    place = finding.place
    facts.setdefault("day", long_day(finding.day))
    facts.setdefault("people", tr(", ").join(names.get(each, each) for each in finding.people))
    facts.setdefault("post", posts.get(place.post, place.post) if place else "")
    facts.setdefault("shift", shifts.get(place.shift, place.shift) if place else "")
    return tr(_FINDINGS[finding.rule], **facts)


def _fact(name: str, value: str, posts: Names) -> str:
    readers: dict[str, Callable[[str], str]] = {
        "post": lambda text: posts.get(text, text),
        "rotation": lambda text: class_text(RotationClass(text)),
        "earlier": lambda text: long_day(date.fromisoformat(text)),
        "later": lambda text: long_day(date.fromisoformat(text)),
        "first": lambda text: long_day(date.fromisoformat(text)),
        "last": lambda text: long_day(date.fromisoformat(text)),
    }
    return readers[name](value) if name in readers else value
