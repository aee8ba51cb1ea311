"""Rosters of an invented office, as they hang on its wall: a week in two languages, a month."""

from __future__ import annotations

from dutydesk.exports.sheet import Align, Cell, Column, Line, Sheet

RARE = "堃喆镕䶮龘"
LEADERS = ("陈志远", "欧阳建国", "李堃", "王秀兰", "赵 喆", "周镕", "司徒䶮龘")
OFFICERS = ("张伟民", "刘洋", "陈静怡", "杨帆", "黄晓明", "吴桂英", "徐磊", "孙丽娟", "马超", "朱红梅")
DRIVERS = ("何师傅", "郭建军", "林大勇")
WEEKDAYS = "一二三四五六日"
PAGE_WORDS = "第 {page} 页　共 {pages} 页"
SIGNED = ("制表人：", "审核人：", "审批人：")


def phone(number: int) -> str:
    return f"1390000{number:04d}"


def with_phone(name: str, number: int, **how: bool) -> Cell:
    return Cell(f"{name}\n{phone(number)}", **how)


def columns(*titles: str) -> tuple[Column, ...]:
    """Columns from words like "日期 1.0", or "备注 1.2 <" for one that is set to the left."""
    parts = [title.rsplit(" ", 2) if title.endswith("<") else title.rsplit(" ", 1) for title in titles]
    return tuple(
        Column(part[0], float(part[1]), Align.LEFT if len(part) == 3 else Align.CENTRE) for part in parts
    )


def week() -> Sheet:
    """F1: seven days, four posts; Saturday is a working day, one cell changed since the last print."""
    titles = (
        "日期 1.0",
        "星期 0.5",
        "日别 0.7",
        "带班领导 1.2",
        "主班 1.2",
        "副班 1.2",
        "备班 0.9",
        "司机 1.2",
    )
    return Sheet(
        language="zh_CN",
        title="滨江市人民政府办公室值班表",
        subtitle="（2026年第47周　11月16日—11月22日）",
        lead=("单位（盖章）：", "值班电话：0571-8800 1234　传真：0571-8800 1235", "2026年11月13日"),
        columns=columns(*titles, "备注 1.2 <"),
        rows=tuple(_day(day) for day in range(7)),
        notes=(
            "说明：1.值班时间为当日8:00至次日8:00，8:00在值班室当面交接，交接双方在值班日志上签字。",
            "　　　2.值班期间不得脱岗、漏岗、私自换岗；确需换班的，提前一天报带班领导同意。",
            "　　　3.接到突发事件信息，立即报告带班领导，30分钟内电话报、1小时内书面报市政府总值班室。",
            "　　　4.带班领导保持24小时通讯畅通，节假日在岗带班。",
        ),
        mark_note="自上次打印（11月12日，第2版）后有变动",
        foot=SIGNED,
        imprint="第3版　2026-11-13 16:20 打印　值班台-01",
        page_words=PAGE_WORDS,
        one_page=True,
    )


def _day(day: int) -> Line:
    notes = {2: "李堃代王秀兰", 5: "调休上班（补11月13日）"}
    return (
        Cell(f"11月{16 + day}日"),
        Cell(WEEKDAYS[day]),
        Cell("休息日" if day == 6 else "工作日"),
        with_phone(LEADERS[day], 1000 + day, bold=True),
        with_phone(OFFICERS[day], 2000 + day, mark=day == 2),
        with_phone(OFFICERS[(day + 4) % 10], 3000 + day),
        Cell(OFFICERS[(day + 7) % 10]),
        with_phone(DRIVERS[day % 3], 4000 + day),
        Cell(notes.get(day, "")),
    )


def month() -> Sheet:
    """F2: thirty-one rows on one landscape page; an empty place shows a dash."""
    rows = tuple(
        (
            Cell(f"{day + 1}日"),
            Cell(WEEKDAYS[(day + 1) % 7] + ("　冬至" if day == 21 else "")),
            Cell(f"{LEADERS[day % 7]}　{phone(1000 + day)}"),
            Cell(OFFICERS[day % 10] if day % 7 in {4, 5} else "—"),
            Cell(f"{OFFICERS[(day + 3) % 10]}　{phone(2000 + day)}"),
            Cell(f"{OFFICERS[(day + 6) % 10]}　{phone(3000 + day)}", mark=day == 8),
            Cell("调休上班" if day == 7 else ""),
        )
        for day in range(31)
    )
    officers = ("白班值班员（电话） 1.6", "夜班值班员（电话） 1.6")
    return Sheet(
        language="zh_CN",
        title="滨江市人民政府办公室2026年12月值班表",
        lead=("单位（盖章）：", "值班电话：0571-8800 1234", "2026年11月25日"),
        columns=columns("日期 0.6", "星期 0.8", "带班领导（电话） 1.6", "中层 0.8", *officers, "备注 1.0 <"),
        rows=rows,
        notes=("备注：1.白班8:30—17:30，夜班17:30—次日8:30。2.换班须经带班领导同意并报值班室备案。",),
        mark_note="自上次打印后有变动",
        foot=SIGNED,
        imprint="第1版　2026-11-25 09:05 打印　值班台-01",
        one_page=True,
    )


def english_week() -> Sheet:
    """F1 in English with names in Chinese."""
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    rows = tuple(
        (
            Cell(f"{16 + number} Nov"),
            Cell(day),
            Cell("rest day" if number > 4 else "working day"),
            with_phone(LEADERS[number], 1000 + number),
            with_phone(OFFICERS[number], 2000 + number, mark=number == 0),
            with_phone(DRIVERS[number % 3], 3000 + number),
            Cell("Swapped with Yang Fan, agreed by the duty leader on 12 November" if number == 3 else ""),
        )
        for number, day in enumerate(days)
    )
    titles = ("Date 1.0", "Day 0.7", "Kind of day 1.2", "Duty leader 1.3", "Main officer 1.3", "Driver 1.3")
    return Sheet(
        language="en",
        title="Duty roster of the Binjiang Municipal Office",
        subtitle="Week 47 of 2026, 16–22 November",
        lead=("Office (seal):", "Duty phone: 0571-8800 1234", "13 November 2026"),
        columns=columns(*titles, "Remarks 2.0 <"),
        rows=rows,
        notes=(
            "1. Duty runs from 8:00 to 8:00; hand over in person. 2. Swaps need the duty leader's consent.",
        ),
        mark_note="changed since the last print",
        foot=("Prepared by:", "Checked by:", "Approved by:"),
        imprint="Version 3 · printed 2026-11-13 16:20 · desk 01",
        page_words="Page {page} of {pages}",
        one_page=True,
    )
