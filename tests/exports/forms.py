"""Other forms of the invented office: a holiday block sent up, a register of visitors, a leave slip."""

from __future__ import annotations

from dutydesk.exports.sheet import Align, Cell, Column, Kind, Line, Sheet
from tests.exports.samples import LEADERS, OFFICERS, PAGE_WORDS, SIGNED, columns, phone


def holiday() -> Sheet:
    """F3: a block of three days sent up, the leader in chief spanning all of them."""
    titles = ("总带班领导 1.2", "带班领导 1.2", "值班人员 1.6", "值班地点 1.3", "值班电话 1.1", "传真 1.1")
    office = "填报单位（盖章）：滨江市人民政府办公室"
    return Sheet(
        language="zh_CN",
        corner="附件1",
        title="2027年元旦假期值班安排表",
        lead=(office, "填报人：孙丽娟", "联系电话：0571-88001236", "2026年12月28日"),
        columns=columns("日期 0.8", "星期 0.6", *titles, "备注 1.4 <"),
        rows=_new_year(),
        blank_rows=2,
        notes=(
            "备注：1.带班领导在岗带班，24小时通讯畅通。",
            "　　　2.人员如有变动，须提前报市委总值班室备案。",
        ),
        mark_note="自上次打印后有变动",
        seal="（单位盖章）",
        foot=SIGNED,
        imprint="第2版　2026-12-28 10:00 打印　值班台-01",
        page_words=PAGE_WORDS,
        one_page=True,
    )


def _new_year() -> tuple[Line, ...]:
    story = "带班领导参加防寒潮会商，14:00—16:00由王秀兰同志代为带班，已报备"
    return (
        (
            Cell("1月1日"),
            Cell("五\n元旦"),
            Cell(f"陈志远\n市政府秘书长\n{phone(1)}", rows=3),
            Cell(f"李堃\n办公室主任\n{phone(2)}"),
            Cell("张伟民　综合科科长\n刘洋　一级科员"),
            Cell("市政府大院1号楼\n总值班室102", rows=3),
            Cell("0571-88001234", rows=3, kind=Kind.PHONE),
            Cell("0571-88001235", rows=3, kind=Kind.PHONE),
            Cell(""),
        ),
        (
            Cell("1月2日"),
            Cell("六"),
            Cell(f"周镕\n办公室副主任\n{phone(3)}"),
            Cell("陈静怡　信息科副科长\n杨帆　四级主任科员"),
            Cell(story),
        ),
        (
            Cell("1月3日"),
            Cell("日"),
            Cell(f"司徒䶮龘\n二级调研员\n{phone(4)}"),
            Cell("吴桂英　督查科科长\n徐磊　科员", mark=True),
            Cell(""),
        ),
    )


def register(lines: int = 24) -> Sheet:
    """F7: a register of several pages with long matters and hostile words."""
    people = ("接待人 0.8", "处理意见 1.2 <", "备注 0.8")
    seen = ("序号 0.5", "时间 0.8", "来访人 0.8", "单位/住址 1.2 <", "电话 1.1", "人数 0.5")
    return Sheet(
        language="zh_CN",
        corner="内部资料　严禁外传",
        title="来访登记表",
        lead=("单位：滨江市人民政府办公室", "2026年11月"),
        columns=columns(*seen, "事由/诉求 3.0 <", *people),
        rows=tuple(_visit(number) for number in range(1, lines + 1)),
        blank_rows=2,
        row_height=10.0,
        foot=("登记人：", "审核人："),
        imprint="2026-11-30 17:00 打印　值班台-01",
        page_words=PAGE_WORDS,
    )


def _visit(number: int) -> Line:
    matters = (
        "反映江边路12号楼顶违章搭建，要求城管部门三日内现场核查并书面答复；来访人情绪平稳，已记录联系方式。",
        "咨询老旧小区加装电梯补贴政策。",
        '=HYPERLINK("http://example.invalid","点我")',
        "@SUM(A1:A9)",
    )
    return (
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


def slip() -> Sheet:
    """F11: a portrait form labelled inside its cells, with room for pens."""
    days = "2026年11月23日上午 至 2026年11月27日下午　共 5 天（工作日）"
    return Sheet(
        language="zh_CN",
        title="请（销）假审批表",
        lead=("编号：2026-0117", "填表时间：2026年11月18日"),
        columns=tuple(Column(width=width) for width in (1.1, 1.4, 1.0, 1.4, 1.0, 1.4)),
        rows=(
            (
                _label("姓　　名"),
                Cell("司徒䶮龘"),
                _label("部　　门"),
                Cell("综合科"),
                _label("职　　务"),
                Cell("科长"),
            ),
            (_label("请假类型"), Cell("年休假"), _label("前往地点"), Cell("江西省婺源县", columns=3)),
            (_label("起止时间"), _wide(days)),
            (_label("事　　由"), _wide("探望父母。", room=20.0)),
            (
                _label("工作交接", rows=2),
                _label("B 岗 人"),
                Cell("陈静怡", columns=2),
                _label("联系电话"),
                Cell(phone(77), kind=Kind.PHONE),
            ),
            (Cell("11月24日夜班由陈静怡代，已确认。", columns=5, align=Align.LEFT),),
            *(
                (_label(text), _signature())
                for text in ("科室意见", "分管领导\n意　　见", "主要领导\n意　　见")
            ),
            (_label("销　　假"), _wide("　　　　年　　月　　日　　　　经办人：")),
        ),
        notes=("说明：离市的，另填外出报备表；请假期间保持电话畅通。",),
        landscape=False,
        row_height=11.0,
    )


def _label(text: str, rows: int = 1) -> Cell:
    return Cell(text, rows=rows, bold=True)


def _wide(text: str, room: float = 0.0) -> Cell:
    return Cell(text, columns=5, align=Align.LEFT, top=room > 0, room=room)


def _signature() -> Cell:
    return _wide("\n\n\n　　　　　　　　　　　　签字：　　　　　　　　年　　月　　日", room=26.0)
