/** The last section by what the class means. Words: you, self, unit, about, plan0, plan1, due, later, obstacle. */
export type Meaning = "resolved" | "moving" | "planned" | "reference";

export const CONCLUSIONS: Readonly<Record<Meaning, readonly string[]>> = {
  resolved: [
    "目前，{you}所提意见已经采纳，有关问题已经解决。{self}将继续做好{about}的日常管护，每季度回访一次，巩固办理成果。",
    "经过办理，{you}在{about}方面提出的意见已经落实，{M}月底前完成验收。今后{self}将{plan0}，防止问题反弹。",
    "{you}反映的{p0}的问题已得到解决，相关设施和制度已经投入运行。下一步，{self}将在此基础上{plan0}，让更多群众受益。",
    "{you}的意见已全部采纳，{about}的各项措施已经完成。{self}将定期复查，发现新情况立即处理，并将{plan1}。",
    "有关问题现已办结，群众代表到场查看并签字认可。{self}将把{about}的做法固定下来，长期坚持，同时{plan0}。",
    "至此，{you}提出的主要意见已经办成，{r1}。{self}将保持工作力度，持续跟踪{about}的运行情况。",
  ],
  moving: [
    "目前，有关工作已经启动，正在抓紧推进。一是{plan0}，预计{due}完成；二是{plan1}，{later}见到成效。进展情况将及时向{you}通报。",
    "{you}所提问题正在解决。{self}已落实责任人，{due}前{plan0}，随后{plan1}。需要说明的是，{obstacle}",
    "{about}涉及环节较多，目前正按方案实施。下一步重点做好两件事：{plan0}；{plan1}。上述工作计划于{due}前完成。",
    "{self}将针对“{p0}”持续用力，{due}前{plan0}；同时着手{plan1}，力争{later}基本解决。",
    "当前工作已完成大半，余下部分正在推进：{plan0}，{plan1}。{obstacle}我们将边办边改，{due}前再向{you}书面报告。",
  ],
  planned: [
    "由于此项工作量大面广，需分年实施，已列入计划逐步解决。一是{plan0}；二是{plan1}。上述任务由{unit}牵头，{due}前完成。",
    "{obstacle}为此，{self}已将{about}列入工作计划，{due}前{plan0}，{later}{plan1}，分步解决{you}反映的问题。",
    "{you}的意见很有价值，已经列入下一步工作计划。{self}计划{due}前{plan0}；条件成熟后，{plan1}。",
    "考虑到{obstacle0}，{about}拟分两步走：第一步，{due}前{plan0}；第二步，{later}{plan1}。该计划已报市政府同意。",
    "{self}已将{you}所提事项列入年度计划并排出时间表：{plan0}，{due}前完成；{plan1}，{later}完成。年底前向{you}通报进展。",
    "解决{p0}的问题需要一个过程，目前已列入计划。近期将{plan0}，完成时限为{due}；同时开展前期工作，{plan1}。",
  ],
  reference: [
    "{obstacle}因此，{you}提出的部分事项目前暂不具备实施条件，留作今后工作参考。{self}将先从现有条件出发，做好日常工作，条件成熟时再行研究。",
    "经反复研究，{you}所提意见方向是对的，但{obstacle}目前难以解决，恳请{you}理解。{self}会继续向上级反映，并做好{about}的基础工作。",
    "关于{you}提出的进一步要求，{obstacle}现阶段暂不具备条件，我们将留作参考，待政策和财力允许时优先考虑。",
    "客观地说，{obstacle}短期内难以全面办到。{self}将把{you}的意见存入{about}项目库，留作参考，每年评估一次可行性。",
    "需要向{you}如实说明：{obstacle}此事目前难以解决。对{p1}的问题，{self}将先从加强管理入手，尽量减少对群众的影响。",
  ],
};

export const CLASS_SENTENCES: readonly string[] = [
  "按照《云川市人大代表建议和政协提案办理办法》（云政发〔2022〕31号）规定的分类标准，本件确定为{class}类。",
  "根据办理结果，本件定为{class}类。",
  "综合以上情况，本件办理结果为{class}类。",
];
