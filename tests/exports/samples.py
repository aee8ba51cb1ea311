"""Forms of an invented office, as on its wall: a week, a month, a holiday block, a register, a slip."""

from __future__ import annotations

from dutydesk.exports.sheet import Align, Cell, Column, Kind, Sheet

RARE = "堃喆镕䶮龘"
LEADERS = ("陈志远", "欧阳建国", "李堃", "王秀兰", "赵 喆", "周镕", "司徒䶮龘")
OFFICERS = ("张伟民", "刘洋", "陈静怡", "杨帆", "黄晓明", "吴桂英", "徐磊", "孙丽娟", "马超", "朱红梅")
DRIVERS = ("何师傅", "郭建军", "林大勇")
WEEKDAYS = "一二三四五六日"


def phone(number: int) -> str:
    return f"1390000{number:04d}"


def with_phone(name: str, number: int, **how: bool) -> Cell:
    return Cell(f"{name}\n{phone(number)}", **how)


def week() -> Sheet:
    """F1: seven days, four posts; Saturday is a working day, one cell changed since the last print."""
    rows = []
    for day in range(7):
        note = {2: "李堃代王秀兰", 5: "调休上班（补11月13日）"}.get(day, "")
        rows.append(
            (
                Cell(f"11月{16 + day}日"),
                Cell(WEEKDAYS[day]),
                Cell("休息日" if day == 6 else "工作日"),
                with_phone(LEADERS[day], 1000 + day, bold=True),
                with_phone(OFFICERS[day], 2000 + day, mark=day == 2),
                with_phone(OFFICERS[(day + 4) % 10], 3000 + day),
                Cell(OFFICERS[(day + 7) % 10]),
                with_phone(DRIVERS[day % 3], 4000 + day),
                Cell(note),
            )
        )
    return Sheet(
        language="zh_CN",
        title="滨江市人民政府办公室值班表",
        subtitle="（2026年第47周　11月16日—11月22日）",
        lead=("单位（盖章）：", "值班电话：0571-8800 1234　传真：0571-8800 1235", "2026年11月13日"),
        columns=(
            Column("日期", 1.0),
            Column("星期", 0.5),
            Column("日别", 0.7),
            Column("带班领导", 1.2),
            Column("主班", 1.2),
            Column("副班", 1.2),
            Column("备班", 0.9),
            Column("司机", 1.2),
            Column("备注", 1.2, Align.LEFT),
        ),
        rows=tuple(rows),
        notes=(
            "说明：1.值班时间为当日8:00至次日8:00，8:00在值班室当面交接，交接双方在值班日志上签字。",
            "　　　2.值班期间不得脱岗、漏岗、私自换岗；确需换班的，提前一天报带班领导同意。",
            "　　　3.接到突发事件信息，立即报告带班领导，30分钟内电话报、1小时内书面报市政府总值班室。",
            "　　　4.带班领导保持24小时通讯畅通，节假日在岗带班。",
        ),
        mark_note="自上次打印（11月12日，第2版）后有变动",
        foot=("制表人：", "审核人：", "审批人："),
        imprint="第3版　2026-11-13 16:20 打印　值班台-01",
        page_words="第 {page} 页　共 {pages} 页",
        one_page=True,
    )


def month() -> Sheet:
    """F2: thirty-one rows on one landscape page; an empty place shows a dash."""
    rows = []
    for day in range(31):
        rest = day % 7 in {4, 5}
        rows.append(
            (
                Cell(f"{day + 1}日"),
                Cell(WEEKDAYS[(day + 1) % 7] + ("　春节" if day == 16 else "")),
                Cell(f"{LEADERS[day % 7]}　{phone(1000 + day)}"),
                Cell(OFFICERS[day % 10] if rest else "—"),
                Cell(f"{OFFICERS[(day + 3) % 10]}　{phone(2000 + day)}"),
                Cell(f"{OFFICERS[(day + 6) % 10]}　{phone(3000 + day)}", mark=day == 8),
                Cell("调休上班" if day == 7 else ""),
            )
        )
    return Sheet(
        language="zh_CN",
        title="滨江市人民政府办公室2026年12月值班表",
        lead=("单位（盖章）：", "值班电话：0571-8800 1234", "2026年11月25日"),
        columns=(
            Column("日期", 0.6),
            Column("星期", 0.8),
            Column("带班领导（电话）", 1.6),
            Column("中层", 0.8),
            Column("白班值班员（电话）", 1.6),
            Column("夜班值班员（电话）", 1.6),
            Column("备注", 1.0, Align.LEFT),
        ),
        rows=tuple(rows),
        notes=("备注：1.白班8:30—17:30，夜班17:30—次日8:30。2.换班须经带班领导同意并报值班室备案。",),
        mark_note="自上次打印后有变动",
        foot=("制表人：", "审核人：", "审批人："),
        imprint="第1版　2026-11-25 09:05 打印　值班台-01",
        one_page=True,
    )


def holiday() -> Sheet:
    """F3: a block of three days sent up, the leader in chief spanning all of them."""
    first = (
        Cell("1月1日"),
        Cell("四\n元旦"),
        Cell(f"陈志远\n市政府秘书长\n{phone(1)}", rows=3),
        Cell(f"李堃\n办公室主任\n{phone(2)}"),
        Cell("张伟民　综合科科长\n刘洋　一级科员"),
        Cell("市政府大院1号楼\n总值班室102", rows=3),
        Cell("0571-88001234", rows=3, kind=Kind.PHONE),
        Cell("0571-88001235", rows=3, kind=Kind.PHONE),
        Cell(""),
    )
    later = (
        (
            Cell("1月2日"),
            Cell("五"),
            Cell(f"周镕\n办公室副主任\n{phone(3)}"),
            Cell("陈静怡　信息科副科长\n杨帆　四级主任科员"),
            Cell("带班领导参加防寒潮会商，14:00—16:00由王秀兰同志代为带班，已报备"),
        ),
        (
            Cell("1月3日"),
            Cell("六"),
            Cell(f"司徒䶮龘\n二级调研员\n{phone(4)}"),
            Cell("吴桂英　督查科科长\n徐磊　科员", mark=True),
            Cell(""),
        ),
    )
    titles = ("日期", "星期", "总带班领导", "带班领导", "值班人员", "值班地点", "值班电话", "传真", "备注")
    widths = (0.8, 0.6, 1.2, 1.2, 1.6, 1.3, 1.1, 1.1, 1.4)
    return Sheet(
        language="zh_CN",
        corner="附件1",
        title="2027年元旦假期值班安排表",
        lead=(
            "填报单位（盖章）：滨江市人民政府办公室",
            "填报人：孙丽娟",
            "联系电话：0571-88001236",
            "2026年12月28日",
        ),
        columns=tuple(
            Column(title, width, Align.LEFT if title == "备注" else Align.CENTRE)
            for title, width in zip(titles, widths, strict=True)
        ),
        rows=(first, *later),
        blank_rows=2,
        notes=(
            "备注：1.带班领导在岗带班，24小时通讯畅通。",
            "　　　2.人员如有变动，须提前报市委总值班室备案。",
        ),
        mark_note="自上次打印后有变动",
        seal="（单位盖章）",
        foot=("制表人：", "审核人：", "审批人："),
        imprint="第2版　2026-12-28 10:00 打印　值班台-01",
        page_words="第 {page} 页　共 {pages} 页",
        one_page=True,
    )


def register(lines: int = 24) -> Sheet:
    """F7: a register of several pages with long matters and hostile words."""
    matters = (
        "反映江边路12号楼顶违章搭建，要求城管部门三日内现场核查并书面答复；来访人情绪平稳，已记录联系方式。",
        "咨询老旧小区加装电梯补贴政策。",
        '=HYPERLINK("http://example.invalid","点我")',
        "@SUM(A1:A9)",
    )
    rows = tuple(
        (
            Cell(str(number), kind=Kind.NUMBER),
            Cell(f"11月{number % 28 + 1}日\n9:{number:02d}"),
            Cell((*LEADERS, *OFFICERS)[number % 17]),
            Cell("滨江区江边街道春风社区"),
            Cell(phone(5000 + number), kind=Kind.PHONE),
            Cell("1", kind=Kind.NUMBER),
            Cell(matters[number % 4]),
            Cell(OFFICERS[number % 10]),
            Cell("转区信访局办理" if number % 3 else "当面答复"),
            Cell(""),
        )
        for number in range(1, lines + 1)
    )
    titles = (
        "序号",
        "时间",
        "来访人",
        "单位/住址",
        "电话",
        "人数",
        "事由/诉求",
        "接待人",
        "处理意见",
        "备注",
    )
    widths = (0.5, 0.8, 0.8, 1.2, 1.1, 0.5, 3.0, 0.8, 1.2, 0.8)
    return Sheet(
        language="zh_CN",
        corner="内部资料　严禁外传",
        title="来访登记表",
        lead=("单位：滨江市人民政府办公室", "2026年11月"),
        columns=tuple(
            Column(
                title, width, Align.LEFT if title in {"事由/诉求", "处理意见", "单位/住址"} else Align.CENTRE
            )
            for title, width in zip(titles, widths, strict=True)
        ),
        rows=rows,
        blank_rows=2,
        row_height=10.0,
        foot=("登记人：", "审核人："),
        imprint="2026-11-30 17:00 打印　值班台-01",
        page_words="第 {page} 页　共 {pages} 页",
    )


def slip() -> Sheet:
    """F11: a portrait form labelled inside its cells, with room for pens."""

    def label(text: str, **how: int) -> Cell:
        return Cell(text, bold=True, **how)

    def opinion(text: str) -> tuple[Cell, ...]:
        sign = "\n\n　　　　　　　　　　　　签字：　　　　　　　　年　　月　　日"
        return (label(text), Cell(sign, columns=5, align=Align.LEFT, top=True, room=26.0))

    return Sheet(
        language="zh_CN",
        title="请（销）假审批表",
        lead=("编号：2026-0117", "填表时间：2026年11月18日"),
        columns=tuple(Column(width=width) for width in (1.1, 1.4, 1.0, 1.4, 1.0, 1.4)),
        rows=(
            (
                label("姓　　名"),
                Cell("司徒䶮龘"),
                label("部　　门"),
                Cell("综合科"),
                label("职　　务"),
                Cell("科长"),
            ),
            (label("请假类型"), Cell("年休假"), label("前往地点"), Cell("江西省婺源县", columns=3)),
            (
                label("起止时间"),
                Cell(
                    "2026年11月23日上午 至 2026年11月27日下午　共 5 天（工作日）", columns=5, align=Align.LEFT
                ),
            ),
            (label("事　　由"), Cell("探望父母。", columns=5, align=Align.LEFT, top=True, room=20.0)),
            (
                label("工作交接", rows=2),
                label("B 岗 人"),
                Cell("陈静怡", columns=2),
                label("联系电话"),
                Cell(phone(77), kind=Kind.PHONE),
            ),
            (Cell("11月24日夜班由陈静怡代，已确认。", columns=5, align=Align.LEFT),),
            opinion("科室意见"),
            opinion("分管领导\n意　　见"),
            opinion("主要领导\n意　　见"),
            (
                label("销　　假"),
                Cell("　　　　年　　月　　日　　　　经办人：", columns=5, align=Align.LEFT, room=14),
            ),
        ),
        notes=("说明：离市的，另填外出报备表；请假期间保持电话畅通。",),
        landscape=False,
        row_height=11.0,
    )


def english_week() -> Sheet:
    """F1 in English, the names in both scripts, a marked telephone."""
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
    titles = ("Date", "Day", "Kind of day", "Duty leader", "Main officer", "Driver", "Remarks")
    widths = (1.0, 0.7, 1.2, 1.3, 1.3, 1.3, 2.0)
    return Sheet(
        language="en",
        title="Duty roster of the Binjiang Municipal Office",
        subtitle="Week 47 of 2026, 16–22 November",
        lead=("Office (seal):", "Duty phone: 0571-8800 1234", "13 November 2026"),
        columns=tuple(
            Column(title, width, Align.LEFT if title == "Remarks" else Align.CENTRE)
            for title, width in zip(titles, widths, strict=True)
        ),
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
