"""Finding text in ten years of a log: the index against a plain scan, hits and times.

    python benchmarks/search.py [ENTRIES]

Queries of 1, 2, 4 and 8 characters, common and rare. Hits are compared in full; times are those of the first
fifty hits, the median of several runs; beside them those of the scan without an index, for all hits and for
its first fifty.
"""

import random
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
SCAN = " or ".join(
    f"{column} like ? escape '\\'"
    for column in ("unit", "person", "title", "phone", "receiver", "content", "proposal", "result", "details")
)


def main() -> None:
    """Fill a log, compare the hits and print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    store = filled(count)
    size = next(store.ask("select sum(length(block)) from log_search_data"))[0] / 1e6
    print(f"{count} entries, index {size:.0f} MB, seed {SEED}")
    head = f"{'query':<20} {'hits':>7} {'missed':>7} {'extra':>6}"
    print(f"{head} {'index ms':>9} {'scan ms':>8} {'ratio':>7} {'scan 50':>8}")
    for words, queries in QUERIES.items():
        for query in queries:
            print(line(store, f"{words} {len(query)}: {query}", query))
    store.close()


def filled(count: int) -> Store:
    """A log with entries of ordinary length, kept through the one way to write, a thousand a deed."""
    store, chance = memory(), random.Random(SEED)
    by = Author("王敏", BEGIN + timedelta(days=3650))
    for first in range(0, count, 1000):
        with store.write(by, "fill", deed_id=str(first)) as writing:
            for number in range(first + 1, min(first + 1000, count) + 1):
                writing.put(LOG, an_entry(number, chance))
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
    )  # fmt: skip


def line(store: Store, words: str, query: str) -> str:
    """One query's hits and times."""
    every = {each.number for each in found(store, LogSearch(query, limit=10**9))}
    wanted = {row[0] for row in scan(store, query, 10**9)}
    fast = median(lambda: found(store, LogSearch(query)))
    slow = median(lambda: scan(store, query, 10**9))
    first = median(lambda: scan(store, query, 50))
    missed, extra = len(wanted - every), len(every - wanted)
    ratio = f"{slow / fast:.0f} x"
    hits = f"{words:<20} {len(wanted):>7} {missed:>7} {extra:>6}"
    return f"{hits} {fast:>9.2f} {slow:>8.1f} {ratio:>7} {first:>8.2f}"


def scan(store: Store, query: str, limit: int) -> list[tuple[object, ...]]:
    """What LIKE finds without an index."""
    plain = query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    sql = f"select number from log_entry where {SCAN} order by number desc limit ?"  # noqa: S608 - our own
    return list(store.ask(sql, (*[f"%{plain}%"] * SCAN.count("?"), limit)))


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
