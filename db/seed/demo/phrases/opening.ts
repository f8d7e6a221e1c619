/** How a letter begins and ends. Words: title, you, unit, self, joints, about. */
export const OPENINGS: readonly string[] = [
  "{you}提出的《{title}》收悉，由{self}主办。现将办理情况答复如下：",
  "感谢{you}对{about}的关注。{you}提出的《{title}》已由{self}办理，现答复如下：",
  "{you}提出的《{title}》交由{self}办理后，{self}列出问题清单，逐条研究。现将有关情况答复如下：",
  "关于{you}提出的《{title}》，{self}在全面了解情况、充分听取意见的基础上形成答复，内容如下：",
  "收到{you}提出的《{title}》后，{self}主要负责人随即作出安排，确定由业务科室具体承办。现将办理结果答复如下：",
  "{you}提出的《{title}》，切中{about}中的实际问题，对改进工作很有帮助。经研究，现答复如下：",
  "《{title}》收悉。{self}对照{you}所提各条，能办的马上办，需要时间的排出计划，现将情况报告如下：",
  "{you}在《{title}》中反映的情况，{self}十分重视，专门召开会议研究。现将办理情况答复如下：",
];

export const OPENINGS_WITH_JOINTS: readonly string[] = [
  "{you}提出的《{title}》由{self}主办，{joints}协办。收件后，我们逐条研究、共同商量，现将办理情况答复如下：",
  "{you}提出的《{title}》收悉。{self}会同{joints}认真办理，现答复如下：",
  "关于{you}提出的《{title}》，{self}牵头，{joints}配合，先后作了调研、面商和现场核实，现将结果答复如下：",
  "{self}收到《{title}》后，与{joints}联合拟定办理方案，明确各自任务。现将办理情况答复如下：",
  "{you}所提《{title}》涉及多个部门，{self}已征求{joints}的意见，现一并答复如下：",
  "《{title}》交办后，{self}同{joints}开了两次碰头会，把{you}的意见分解到科室和责任人。现将办理情况答复如下：",
];

export const OPENINGS_SEPARATE: readonly string[] = [
  "{you}提出的《{title}》按职责分别办理。现就{self}承担的部分答复如下：",
  "《{title}》收悉。按照分办要求，{self}就职责范围内的事项单独答复如下：",
];

export const THANKS: readonly string[] = [
  "感谢{you}对{about}工作的关心和支持，欢迎继续提出宝贵意见。",
  "衷心感谢{you}一直以来对{about}的关注，请继续监督我们的工作。",
  "以上答复，如有不同意见，请与{self}联系，我们将进一步改进。感谢{you}的支持。",
  "再次感谢{you}为做好{about}建言献策，希望{you}今后多提意见、多作指导。",
  "{you}的意见来自群众、说到要害，我们深受启发。感谢{you}对{about}工作的帮助。",
  "欢迎{you}在方便的时候到现场察看{about}的进展，也请把群众的新反映及时告诉我们。谢谢。",
  "感谢{you}的信任。{about}关系群众日常生活，我们将把后续进展继续向{you}通报。",
  "对{you}深入基层了解{about}的辛苦，我们表示敬意，并期待{you}继续关心支持。",
  "诚恳希望{you}对{about}工作多提批评意见，帮助我们把实事办好。",
  "感谢{you}对{self}工作的理解，恳请{you}继续为{about}出主意、提要求。",
];
