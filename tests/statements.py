"""Fictional policies and transparency statements as an agency would write them."""

Block = tuple[str, str]

PURPOSES = (
    ("h", "Why we are on social media"),
    ("p", "We use Facebook, LinkedIn, X and Mastodon to tell people about our services and to "
          "hear what matters to them."),
    ("p", "Our accounts are looked after by our communications team on working days."),
)  # fmt: skip
MODERATION = (
    ("h", "Moderating comments"),
    ("p", "We read comments on working days and moderate them after they are posted."),
    ("p", "We may hide or delete comments that:"),
    ("li", "are abusive, threatening or discriminate against anybody"),
    ("li", "share somebody's personal information"),
    ("li", "have nothing to do with the topic or advertise something"),
    ("li", "could affect how our political neutrality is seen."),
)
MESSAGES = (
    ("h", "Private messages"),
    ("p", "We read direct messages during office hours and reply to them within three working "
          "days, and we treat them like any other letter to the Ministry."),
)  # fmt: skip
CONCERNS = (
    ("h", "If you have a concern"),
    ("p", "If you are concerned about how we use social media, e-mail "
          "social@manatu.tauira.example or write to the Ministry, and we will look into it."),
)  # fmt: skip
ENDORSEMENT = (
    ("h", "Following and liking"),
    ("p", "We follow accounts that have to do with our work. Following an account or liking a "
          "post does not mean that we endorse the views of whoever is behind it."),
)  # fmt: skip
HEAD = (
    ("h", "Social media transparency statement"),
    ("p", "This statement says how the Ministry of Example goes about social media. It was "
          "approved by the Chief Executive and is looked at again each year."),
)  # fmt: skip
STATEMENT = (*HEAD, *PURPOSES, *MODERATION, *MESSAGES, *CONCERNS, *ENDORSEMENT)
LACKING = (*HEAD, *PURPOSES, *MODERATION, *CONCERNS)  # no messages, no endorsement
MAORI = (
    ("h", "Te tauākī mārama mō te pāpāho pāpori"),
    ("p", "E whakamārama ana tēnei tauākī i tā Te Manatū Tauira mahi i runga i te pāpāho pāpori. "
          "Ka arotakehia tēnei tauākī ia tau, ia tau, e te tumuaki o te manatū me ōna kaimahi."),
    ("p", "Ka whakamahi mātou i te pāpāho pāpori ki te whakamōhio i te iwi ki ā mātou ratonga."),
    ("p", "Ka aroturuki mātou i ngā tākupu i ia rā mahi. Ka mukua e mātou ngā tākupu whakatoi, "
          "ngā tākupu mauāhara me ērā e whakaatu ana i ngā kōrero whaiaro a tētahi atu."),
    ("p", "Ka whakautua e mātou ngā karere tūmataiti i roto i ngā rā mahi e toru."),
    ("p", "Mehemea he amuamu, he āwangawanga rānei tāu mō tā mātou whakamahi i te pāpāho pāpori, "
          "whakapā mai ki a mātou mā te īmēra."),
    ("p", "Ehara i te mea e tautoko ana mātou i ngā whakaaro o ngā pūkete e whai ana mātou."),
)  # fmt: skip
POLICY = (
    ("h", "Social media policy"),
    ("p", "This policy is for everybody who works for the Ministry of Example and uses social "
          "media for it."),
    ("h", "What is asked of us"),
    ("p", "All staff must follow the Standards of Integrity and Conduct when they post for the "
          "Ministry. What we post and share must stay politically neutral, as the Political "
          "Neutrality Guidance requires."),
    ("h", "Personal information"),
    ("p", "We must protect people's personal information under the Privacy Act 2020 and post "
          "about a person only with that person's consent."),
    ("h", "Other law"),
    ("p", "Posts and messages can be requested under the Official Information Act 1982 and are "
          "records under the Public Records Act 2005."),
    ("h", "Who may post"),
    ("p", "Only staff who are authorised in writing by the Communications Manager may post from "
          "the Ministry's accounts. The list of authorised users is reviewed every quarter."),
    ("h", "Concerns of the public"),
    ("p", "Concerns from members of the public about our social media posts are recorded and "
          "answered within ten working days by the Communications Manager."),
)  # fmt: skip
