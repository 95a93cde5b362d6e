"""Letters in a formal voice: whole sentences, no contractions, a proper close."""

FORMAL = """
greeting: Dear {{ contact.full_name }},
| Dear hiring manager,
sign_off: Kind regards // {{ sender.name }}
| Kind regards
no need: The advertisement states: "{{ offer.need_quote }}".
| I am writing with regard to the position of {{ job.title }} at {{ company.name }}.
| I am writing with regard to the position of {{ job.title }}.
| I am writing with regard to the work at {{ company.name }}.
no result: I quote from my résumé: "{{ offer.result_quote }}".
| I am employed as {{ offer.current_role }}.
| I was most recently employed as {{ offer.last_role }}.
| My skills include {{ offer.skills }}.
no opening: I am writing with regard to the position of {{ job.title }}.
| I am writing with regard to the work at {{ company.name }}.

== short executive
subject: Position of {{ job.title }}
| {{ company.name }}: position of {{ job.title }}
| Regarding your {{ job.title }} position
You are seeking a person to {{ offer.need }}.
| Your company is seeking a person to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

To whom may I address my application?
| May I ask who is responsible for this position?
+ I would be grateful for a name.
+ A brief reply would suffice.

== short line_manager
subject: Position of {{ job.title }}: relevant work
| Regarding the position of {{ job.title }}
| Your advertisement for a {{ job.title }}
Your advertisement asks for a person to {{ offer.need }}.
| You are looking for a person to {{ offer.need }}.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

May I describe this to you in a short call?
| Would you be available for a short conversation?
+ I am equally glad to answer in writing.
+ I thank you for your time.

== short recruiter
subject: Application: {{ job.title }}
| Interest in the position of {{ job.title }}
| {{ job.title }}: request for information
I wish to apply for the position of {{ job.title }}.
| I am interested in the position of {{ job.title }} at {{ company.name }}.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

Is the position still open?
| May I ask which documents you require?
+ My documents are ready to be sent.
+ I thank you for your reply.

== short peer
subject: A question about your field of work
| Question regarding {{ job.title }} work
| Request for your view
I am considering the position of {{ job.title }} and would value the view of somebody in the field.
| Before applying for the position of {{ job.title }}, I would value your view.
By way of background, I {{ offer.result }}.
| By way of background: at {{ offer.employer }}, I {{ offer.result }}.

What does the work consist of in practice?
| How would you describe the daily work?
+ A brief answer would help me greatly.
+ I do not ask for a recommendation.

== medium executive
subject: {{ company.name }}: position of {{ job.title }}
| Regarding the position of {{ job.title }}
| Your search for a {{ job.title }}
Your company is seeking a {{ job.title }} to {{ offer.need }}.
| The {{ job.title }} you are seeking is to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In my own work, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

? I am currently {{ offer.current_role }}.
| My most recent position was that of {{ offer.last_role }}.
? Of the skills you require, I offer {{ offer.skills }}.
May I ask who is responsible for this appointment?
| Would you kindly direct me to the person responsible?
+ Should you prefer to forward this message, I would be equally grateful.
+ I would then address my application to that person directly.

== medium line_manager
subject: Position of {{ job.title }}: my experience
| Your advertisement for a {{ job.title }}
| {{ job.title }}: relevant experience
Your advertisement for a {{ job.title }} asks for a person to {{ offer.need }}.
| For the position of {{ job.title }} you are looking for a person to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In comparable work, I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Of the skills you list, I have worked with {{ offer.skills }}.
? I am currently {{ offer.current_role }}.
| My most recent position was that of {{ offer.last_role }}.

Would you be available for a short conversation in the coming days?
| May I present this to you in a short call at a time of your choosing?
+ I am glad to explain both what succeeded and what did not.
+ Should the position be filled, I would appreciate a brief note.

== medium recruiter
subject: Application for the position of {{ job.title }}
| {{ job.title }} at {{ company.name }}: application
| Interest in the position of {{ job.title }}
I wish to apply for the position of {{ job.title }} at {{ company.name }}.
| Please consider my application for the position of {{ job.title }}.
? I am currently {{ offer.current_role }}.
| My most recent position was that of {{ offer.last_role }}.

? The advertisement describes the task to {{ offer.need }}.
| The successful candidate is expected to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In this field, I {{ offer.answer }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? My skills include {{ offer.skills }}.

Is the position still open, and which documents do you require?
| May I ask about the next steps and the documents you require?
+ I can provide my résumé, notice period and availability without delay.
+ Should I not meet an essential requirement, I would be grateful to be told.

== medium peer
subject: A question regarding work at {{ company.name }}
| Request for your view on {{ job.title }} work
| Your experience at {{ company.name }}
I am considering the position of {{ job.title }} at {{ company.name }} and would value the view of somebody in the \
field.
| Before applying for the position of {{ job.title }} at {{ company.name }}, I would value your view of the work.
By way of background: at {{ offer.employer }}, I {{ offer.result }}.
| By way of background, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

According to the advertisement, the task is to {{ offer.task }}; what does this involve in practice?
| The advertisement describes the task to {{ offer.task }}; how would you describe it yourself?
~ How would you describe the daily work yourself?
+ I do not ask for a recommendation, only for your impression of the work.
+ I would gladly answer questions about my own work in return.

== long executive
subject: Position of {{ job.title }} at {{ company.name }}
| {{ company.name }}: appointment of a {{ job.title }}
| Regarding your search for a {{ job.title }}
Your company is seeking a {{ job.title }} to {{ offer.need }}.
| The {{ job.title }} you are seeking is to {{ offer.need }}.
? I have read that {{ offer.news }}.
Please allow me to set out briefly what I have done.
| I would like to set out briefly what I can contribute.

At {{ offer.employer }}, I {{ offer.result }}.
| In my own work, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? In addition, I {{ offer.result }}.
| In addition, at {{ offer.employer }} I {{ offer.result }}.
? Of the skills you require, I offer {{ offer.skills }}.

? I am currently {{ offer.current_role }}.
| My most recent position was that of {{ offer.last_role }}.
May I ask who is responsible for this appointment?
| Would you kindly direct me to the person responsible?
+ Should you prefer to forward this message, I would be equally grateful.
+ On request I will send {{ offer.page }} that sets each requirement beside my corresponding work.

== long line_manager
subject: Position of {{ job.title }}: experience in detail
| Your advertisement for a {{ job.title }}
| {{ job.title }}: requirements and experience
Your advertisement for a {{ job.title }} asks for a person to {{ offer.need }}.
| For the position of {{ job.title }} you are looking for a person to {{ offer.need }}.
? I have read that {{ offer.news }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In comparable work, I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? In addition, I {{ offer.result }}.
| In addition, at {{ offer.employer }} I {{ offer.result }}.
? Of the skills you list, I have worked with {{ offer.skills }}.
? I am currently {{ offer.current_role }}.
| My most recent position was that of {{ offer.last_role }}.

Would you be available for a short conversation in the coming days?
| May I present this to you in a short call at a time of your choosing?
+ I would be interested to hear which task the new colleague should take on first.
+ If you prefer to read, I will gladly send {{ offer.page }} that sets each requirement beside my corresponding work.
+ Should the position be filled, I would appreciate a brief note.

== long recruiter
subject: Application: {{ job.title }} at {{ company.name }}
| Application for the position of {{ job.title }}
| {{ job.title }}: application and particulars
I wish to apply for the position of {{ job.title }} at {{ company.name }} and set out the particulars below.
| Please consider my application for the position of {{ job.title }}, the particulars of which follow.
? I am currently {{ offer.current_role }}.
| My most recent position was that of {{ offer.last_role }}.
? My skills include {{ offer.skills }}.

? The advertisement describes the task to {{ offer.need }}.
| The successful candidate is expected to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In this field, I {{ offer.answer }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? In addition, I {{ offer.result }}.
| In addition, at {{ offer.employer }} I {{ offer.result }}.

Is the position still open, and which documents do you require?
| May I ask about the next steps and the documents you require?
+ I can provide my résumé, notice period and availability without delay, in the form you prefer.
+ Should I not meet an essential requirement, I would be grateful to be told so at this stage.
+ I thank you for considering my application.

== long peer
subject: Request for your view of work at {{ company.name }}
| A question regarding {{ job.title }} work
| Your field of work at {{ company.name }}
I am considering the position of {{ job.title }} at {{ company.name }} and would value the view of somebody in the \
field.
| Before applying for the position of {{ job.title }} at {{ company.name }}, I would value your view of the work.
? I have read that {{ offer.news }}.
? I have also seen the following: "{{ offer.work_quote }}".

By way of background: at {{ offer.employer }}, I {{ offer.result }}.
| By way of background, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? In addition, I {{ offer.result }}.
| In addition, at {{ offer.employer }} I {{ offer.result }}.
? I have worked with {{ offer.skills }}, which the advertisement names.

According to the advertisement, the task is to {{ offer.task }}; what does this involve in practice?
| The advertisement describes the task to {{ offer.task }}; how would you describe it yourself?
~ How would you describe the daily work yourself?
+ I do not ask for a recommendation, only for your impression of the work, which I will treat as confidential.
+ I would gladly answer questions about my own work in return.
+ I thank you for considering my question.

== nudge any
subject: Position of {{ job.title }}: a further result
| {{ job.title }}: an addition to my first message
I would like to add one point to my first message: I {{ offer.result }}.
| My first message omitted one point: at {{ offer.employer }}, I {{ offer.result }}.
~ I would like to add the skills I bring: {{ offer.skills }}.
~ I would like to add that I am currently {{ offer.current_role }}.
~ I would like to add that I was most recently {{ offer.last_role }}.
~ I refer to my message about the position of {{ job.title }}.
~ I refer to my message about the work at {{ company.name }}.
~ I refer to my message about your vacancy.
? I have also worked with {{ offer.skills }}.

{% if offer.reader == "peer" %}Does this resemble your own work?{% elsif offer.reader == "recruiter" %}Does this \
assist you in placing my application?{% else %}Would this be of use to you?{% endif %}
| {% if offer.reader == "peer" %}Is this common in your own work?{% else %}May I ask whether this is what you are \
looking for?{% endif %}
+ A single line in reply would suffice.
+ Should another person be responsible, I would be grateful for the name.

== value_add any
subject: Position of {{ job.title }}: a single page
| {{ job.title }}: requirements and work side by side
? I have read that {{ offer.news }}.
? The advertisement further asks for a person to {{ offer.need }}.
| A further task in the advertisement is to {{ offer.need }}.
~ The advertisement further states: "{{ offer.need_quote }}".
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

I would be glad to prepare a single page that sets each requirement beside my corresponding work.
| On request I will prepare a single page: the requirements on the left, my corresponding work on the right.
{% if offer.reader == "peer" %}Which requirement matters most in your experience?{% else %}May I send it to you?{% \
endif %}
| {% if offer.reader == "peer" %}Which requirement would you place first?{% else %}Would you like to receive it?{% \
endif %}
+ Requirements that I do not meet are marked as such.
+ I will attach nothing without your consent.
+ It takes less time to read than a résumé.

== question any
subject: Position of {{ job.title }}: a question
| {{ job.title }}: a request for information
? I have read that {{ offer.news }}.
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

May I ask which task you consider most important in the position of {{ job.title }}?
| Which task should the new {{ job.title }} take on first, in your view?
~ May I ask which task you consider most important?
+ Your answer would allow me to judge whether my experience is of use to you.
+ Should a colleague be better placed to reply, I would be grateful for the name.
+ A brief answer would suffice.
+ I take the liberty of asking because it would help me decide how to proceed.

== final any
subject: Position of {{ job.title }}: final message
| {{ job.title }}: conclusion
This is my final message regarding the position of {{ job.title }}.
| With this message I conclude my enquiry about the position of {{ job.title }}.
~ This is my final message.
? For your records: I {{ offer.result }}.
| For your records: at {{ offer.employer }}, I {{ offer.result }}.

I thank you for your time.
| Thank you for your consideration.
+ No reply is necessary.
+ Should circumstances change, I would be pleased to hear from you.
+ I wish you every success with your work.
"""
