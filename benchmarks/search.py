"""Finding text in ten years of a log: the index against a LIKE scan, hits and times, as ratios of one run.

    python benchmarks/search.py [ENTRIES]

Queries of 1, 2, 4 and 8 characters, common and rare. Hits are compared in full. The index and the scan that
stops at the fiftieth hit are timed until fifty entries stand there as values, each time asked of a store that
has read nothing yet: a store remembers its answers, and would be measured remembering. The whole scan only
counts. Times are medians; a ratio says how many times longer the scan takes. Below are searches that are
narrowed further, for which the index has to look at more of its hits.
"""

import random
import sqlite3
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta

from dutydesk.domain.accounts import Author
from dutydesk.domain.log import LogEntry, LogKind, LogSearch
from dutydesk.services.pinyin import initials_of
from dutydesk.storage.log import LOG, found
from dutydesk.storage.store import Store, memory

ENTRIES, SEED, RUNS = 100_000, 20261121, 7
BEGIN = datetime(2016, 11, 21, tzinfo=UTC)
UNITS = (
    "总值班室",
    "水利局",
    "应急管理局",
    "交通运输局",
    "公安局指挥中心",
    "气象局",
    "教育局",
    "滨江街道办事处",
)
PEOPLE = (
    "赵明远",
    "钱静",
    "孙建国",
    "李雅琴",
    "周志强",
    "吴堃",
    "郑喆",
    "王晓梅",
    "冯国栋",
    "陈思源",
    "曾镕",
)
VERBS = ("来电报告", "请示", "通知召开", "核实", "反映", "转告", "要求上报", "询问")
MATTERS = (
    "强降雨造成道路积水", "防汛视频会议", "节假日值班安排", "群众来访诉求", "山洪灾害气象预警",
    "停电抢修进展", "交通事故伤亡情况", "学校食品安全", "森林火险巡查", "自来水管爆裂", "电梯困人救援",
    "文件送达时间",
)  # fmt: skip
RARE = "䶮垚桥北侧边坡滑塌"
"""A piece of text in one entry of ten thousand."""
QUERIES = {
    "common": ("值", "值班", "防汛视频", "山洪灾害气象预警"),
    "rare": ("䶮", "垚桥", "北侧边坡", "垚桥北侧边坡滑塌"),
}
NARROWED = {
    "common 2, only one kind": LogSearch("值班", frozenset({LogKind.PATROL})),
    "common 2, only what is still open": LogSearch("值班", open_only=True),
    "common 2, only a year": LogSearch("值班", since=BEGIN, until=BEGIN + timedelta(days=365)),
    "two common words": LogSearch("值班 防汛"),
    "two words that never meet": LogSearch("䶮 水利局门口"),
    "initials of a person": LogSearch("zmy"),
}
SCAN = " or ".join(
    f"{column} like ? escape '\\'"
    for column in ("unit", "person", "title", "phone", "receiver", "content", "proposal", "result", "details")
)


def main() -> None:
    """Fill a log, compare the hits and print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    store = filled(count)
    size = next(store.ask("select sum(length(block)) from log_search_data"))[0] / 1e6
    print(f"{count} entries, index {size:.0f} MB, seed {SEED}, SQLite {sqlite3.sqlite_version}")
    print(f"{'query':<26} {'hits':>6} {'missed':>6} {'extra':>5} {'index':>8}", end=" ")
    print(f"{'whole scan':>11} {'ratio':>7} {'scan to 50':>11} {'ratio':>7}   (ms)")
    for words, queries in QUERIES.items():
        for query in queries:
            print(line(store, f"{words} {len(query)}: {query}", query))
    for words, asked in NARROWED.items():
        print(f"{words:<46} {median(lambda asked=asked: found(unread(store), asked)):>8.2f}")
    store.close()


def filled(count: int) -> Store:
    """A log with entries of ordinary length, kept through the one way to write, a thousand a deed."""
    store, chance = memory(), random.Random(SEED)
    by = Author("王敏", BEGIN + timedelta(days=3650))
    for first in range(0, count, 1000):
        made = [an_entry(number, chance) for number in range(first + 1, min(first + 1000, count) + 1)]
        with store.write(by, "fill", deed_id=str(first)) as writing:
            for each in reversed(made):  # FTS5 takes many rows at once in the order of its rows only
                writing.put(LOG, each)
    return store


def an_entry(number: int, chance: random.Random) -> LogEntry:
    """What a duty officer writes down, made of usual pieces; one in ten thousand has the rare one."""
    at = BEGIN + timedelta(minutes=52 * number)
    unit, person = chance.choice(UNITS), chance.choice(PEOPLE)
    matters = "，".join(chance.sample(MATTERS, 3))
    rare = RARE if number % 10_000 == 0 else ""
    due = chance.randint(1, 30)
    content = f"{unit}{person}{chance.choice(VERBS)}：{matters}{rare}，编号{number}，请于{due}日前反馈。"
    return LogEntry(
        id=str(number), number=number, kind=chance.choice(list(LogKind)), at=at, typed_at=at, unit=unit,
        person=person, phone=f"0571-{chance.randint(10**7, 10**8 - 1)}", content=content,
        initials=initials_of(person), proposal="转相关科室办理", recorder=chance.choice(PEOPLE),
        open=number % 997 == 0,
    )  # fmt: skip


def line(store: Store, words: str, query: str) -> str:
    """One query's hits and times."""
    every = {each.number for each in found(store, LogSearch(query, limit=10**9))}
    wanted = {each.number for each in scan(store, query, 10**9)}
    fast = median(lambda: found(unread(store), LogSearch(query)))
    whole = median(lambda: counted(store, query))
    first = median(lambda: scan(unread(store), query, 50))
    missed, extra = len(wanted - every), len(every - wanted)
    hits = f"{words:<26} {len(wanted):>6} {missed:>6} {extra:>5}"
    return f"{hits} {fast:>8.2f} {whole:>11.1f} {whole / fast:>5.0f} x {first:>11.2f} {first / fast:>5.1f} x"


def unread(store: Store) -> Store:
    """The same file as a store that remembers no answer."""
    return Store(store.db, None)


def scan(store: Store, query: str, limit: int) -> tuple[LogEntry, ...]:
    """What LIKE finds without an index, the newest first."""
    numbers = f"select number from log_entry where {SCAN} order by number desc limit ?"  # noqa: S608 - our own
    return store.all(LOG, f"number in ({numbers})", (*_likes(query), limit))[::-1]


def counted(store: Store, query: str) -> int:
    """How many entries LIKE finds."""
    return int(next(store.ask(f"select count(*) from log_entry where {SCAN}", _likes(query)))[0])  # noqa: S608 - our own


def _likes(query: str) -> tuple[str, ...]:
    plain = query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return (f"%{plain}%",) * SCAN.count("?")


def median(ask: object) -> float:
    """Milliseconds of a question, the middle of several runs."""
    times = []
    for _ in range(RUNS):
        begins = time.perf_counter()
        ask()  # type: ignore[operator]  # a question without arguments
        times.append((time.perf_counter() - begins) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
