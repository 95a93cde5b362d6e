"""Letters in an executive voice: the outcome first, few words, one decision to take."""

EXECUTIVE = """
greeting: {{ contact.first_name }},
| Hello,
sign_off: {{ sender.name }}
no need: The requirement, quoted: "{{ offer.need_quote }}".
| Subject: the {{ job.title }} role at {{ company.name }}.
| Subject: the {{ job.title }} role.
| Subject: the work at {{ company.name }}.
no result: The record, quoted: "{{ offer.result_quote }}".
| Current position: {{ offer.current_role }}.
| Last position: {{ offer.last_role }}.
| Skills in common: {{ offer.skills }}.
no opening: Subject: the {{ job.title }} role.
| Subject: the work at {{ company.name }}.

== short executive
subject: {{ job.title }}: outcome first
| {{ company.name }} / {{ job.title }}
| {{ job.title }}, in brief
Outcome first: I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.
You need someone to {{ offer.need }}.
| Your {{ job.title }} has to {{ offer.need }}.

Who decides?
| Whose decision is this?
+ A name, and I will take it up there.
+ I will keep it as short as this.

== short line_manager
subject: {{ job.title }}: the result you want
| {{ job.title }}: need and outcome
| The {{ job.title }} brief
The brief: {{ offer.need }}.
| The brief, as I read it: {{ offer.need }}.
The outcome at {{ offer.employer }}: I {{ offer.answer }}.
| The outcome so far: I {{ offer.answer }}.
| I {{ offer.result }}.

Worth a short call?
| Shall we speak?
+ I will bring the figures and the mistakes.
+ A no takes one word.

== short recruiter
subject: {{ job.title }}: candidate summary
| {{ job.title }}: summary
| Candidate for {{ job.title }}
For the {{ job.title }} role at {{ company.name }}, in brief.
| My case for the {{ job.title }} role, in brief.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

Is it open, and who sees this next?
| Does this go forward?
+ Résumé on request, the same day.
+ I can talk this week.

== short peer
subject: {{ job.title }}: your view?
| A view from the inside
| {{ company.name }}: one question
I am weighing the {{ job.title }} role at {{ company.name }}.
| The {{ job.title }} role at {{ company.name }} is on my list.
Where I stand: I {{ offer.result }}.
| Where I stand: at {{ offer.employer }}, I {{ offer.result }}.

What decides success in that work?
| What would you look at before joining?
+ One sentence would do.
+ I ask for a view, not for a favour.

== medium executive
subject: {{ job.title }}: results
| {{ company.name }}: {{ job.title }}, outcome first
| {{ job.title }}: the short case
Outcome first: I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.
You are hiring a {{ job.title }} to {{ offer.need }}.
| The {{ job.title }} role exists to {{ offer.need }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

? I am {{ offer.current_role }}.
| I was last {{ offer.last_role }}.
? Skills in common with your list: {{ offer.skills }}.
Whose decision is this?
| Who owns the outcome on your side?
+ A name or a forward is enough; I will take it from there.
+ If the seat is filled, no reply is needed.

== medium line_manager
subject: {{ job.title }}: outcomes
| {{ job.title }}: the brief and the results
| Results for the {{ job.title }} brief
The brief: {{ offer.need }}.
| Your {{ job.title }} brief, as I read it: {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| My outcome on that: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Skills in common with your list: {{ offer.skills }}.
? I am {{ offer.current_role }}.
| I was last {{ offer.last_role }}.

Which outcome do you need first? A short call would settle whether I am the one to deliver it.
| What has to change first? A short call would settle whether I can deliver it.
+ I will bring the figures and the mistakes.
+ If the seat is filled, one word is enough.

== medium recruiter
subject: {{ job.title }} at {{ company.name }}: summary
| Candidate summary: {{ job.title }}
| {{ job.title }}: case in brief
For the {{ job.title }} role at {{ company.name }}, in brief.
| My case for the {{ job.title }} role at {{ company.name }}, in brief.
? Current position: {{ offer.current_role }}.
| Last position: {{ offer.last_role }}.

? The requirement: {{ offer.need }}.
| What the role requires: {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| On record: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Skills in common: {{ offer.skills }}.

Does this go forward, and to whom?
| Is the role open, and what decides the shortlist?
+ Résumé, notice period and availability follow on request, the same day.
+ If a must is missing, name it and I will answer in one line.

== medium peer
subject: {{ job.title }} at {{ company.name }}: your view?
| A view from the inside of {{ company.name }}
| {{ company.name }}: what decides success?
I am weighing the {{ job.title }} role at {{ company.name }} and trust an inside view more than an advert.
| The {{ job.title }} role at {{ company.name }} is on my list, and an inside view counts for more than an advert.
Where I stand: at {{ offer.employer }}, I {{ offer.result }}.
| Where I stand: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

The advert asks people to {{ offer.task }}: what decides whether that works?
| The stated task is to {{ offer.task }}: is that the real one?
~ What decides success in that work?
+ I ask for a view, not for a favour; one sentence would do.
+ The same question about my side gets a straight answer.

== long executive
subject: {{ job.title }}: the case in full
| {{ company.name }}: {{ job.title }}, the outcomes
| {{ job.title }}: record and request
Outcome first: I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.
You are hiring a {{ job.title }} to {{ offer.need }}.
| The {{ job.title }} role exists to {{ offer.need }}.
? I read that {{ offer.news }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Further, I {{ offer.result }}.
| Further, at {{ offer.employer }} I {{ offer.result }}.
? Finally, I {{ offer.result }}.
| Finally, at {{ offer.employer }} I {{ offer.result }}.
? Skills in common with your list: {{ offer.skills }}.
? I am {{ offer.current_role }}.
| I was last {{ offer.last_role }}.

Whose decision is this, and what would they need to see?
| Who owns the outcome on your side, and what would persuade them?
+ I can supply {{ offer.page }} for them: each requirement, and the outcome I can show for it.
+ A name or a forward is enough; I will take it from there.
+ If the seat is filled, no reply is needed.

== long line_manager
subject: {{ job.title }}: brief, outcomes, question
| {{ job.title }}: the brief point by point
| Outcomes for your {{ job.title }} brief
The brief: {{ offer.need }}.
| Your {{ job.title }} brief, as I read it: {{ offer.need }}.
? I read that {{ offer.news }}.
At {{ offer.employer }}, I {{ offer.result }}.
| My outcome on that: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Further, I {{ offer.result }}.
| Further, at {{ offer.employer }} I {{ offer.result }}.
? Skills in common with your list: {{ offer.skills }}.
? I am {{ offer.current_role }}.
| I was last {{ offer.last_role }}.

Which outcome do you need first? A short call would settle whether I am the one to deliver it.
| What has to change first? A short call would settle whether I can deliver it.
+ I will bring the figures, the mistakes, and a plain list of what I have not done yet.
+ If paper is better, I can set your requirements and my outcomes side by side on {{ offer.page }}.
+ If the seat is filled, one word is enough.

== long recruiter
subject: {{ job.title }} at {{ company.name }}: full summary
| Candidate record: {{ job.title }}
| {{ job.title }}: position, record, availability
For the {{ job.title }} role at {{ company.name }}: position, record and next step, in that order.
| My case for the {{ job.title }} role at {{ company.name }}: position, record and next step.
? Current position: {{ offer.current_role }}.
| Last position: {{ offer.last_role }}.
? Skills in common: {{ offer.skills }}.

? The requirement: {{ offer.need }}.
| What the role requires: {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| On record: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Further, I {{ offer.result }}.
| Further, at {{ offer.employer }} I {{ offer.result }}.

Does this go forward, and to whom?
| Is the role open, and what decides the shortlist?
+ Résumé, notice period and availability follow on request, the same day, in the format your process needs.
+ If a must is missing, name it and I will answer in one line.
+ If the list is closed, no reply is needed.

== long peer
subject: {{ company.name }}: an inside view?
| {{ job.title }} at {{ company.name }}: before I decide
| What decides success as {{ job.title }}?
I am weighing the {{ job.title }} role at {{ company.name }} and trust an inside view more than an advert.
| The {{ job.title }} role at {{ company.name }} is on my list, and an inside view counts for more than an advert.
? I read that {{ offer.news }}.
? I also saw this: "{{ offer.work_quote }}".

Where I stand: at {{ offer.employer }}, I {{ offer.result }}.
| Where I stand: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Further, I {{ offer.result }}.
| Further, at {{ offer.employer }} I {{ offer.result }}.
? Skills in common with the advert: {{ offer.skills }}.

The advert asks people to {{ offer.task }}: what decides whether that works?
| The stated task is to {{ offer.task }}: is that the real one?
~ What decides success in that work, and what gets in its way?
+ I ask for a view, not for a favour; one sentence would do, and it stays with me.
+ The same question about my side gets a straight answer.
+ If you would rather not say, I will understand.

== nudge any
subject: {{ job.title }}: one more outcome
| {{ job.title }}: addition
One more outcome: I {{ offer.result }}.
| Added to the record: at {{ offer.employer }}, I {{ offer.result }}.
~ Added to the record, skills in common: {{ offer.skills }}.
~ Added to the record: I am {{ offer.current_role }}.
~ Added to the record: I was {{ offer.last_role }}.
~ My first mail was about the {{ job.title }} role.
~ My first mail was about the work at {{ company.name }}.
~ My first mail was about your open role.
? Also relevant: {{ offer.skills }}.

{% if offer.reader == "peer" %}Is that what counts there?{% elsif offer.reader == "recruiter" %}Does that move it \
forward?{% else %}Does that change the picture?{% endif %}
| {% if offer.reader == "peer" %}Would that matter in your work?{% else %}Is that nearer to the need?{% endif %}
+ One word is enough: yes, no, or a name.
+ If the decision sits elsewhere, tell me where and I will write there.

== value_add any
subject: {{ job.title }}: one page, if useful
| {{ job.title }}: requirements against outcomes
? I read that {{ offer.news }}.
? Second requirement: {{ offer.need }}.
| The role also has to {{ offer.need }}.
~ Second requirement, quoted: "{{ offer.need_quote }}".
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

I can supply one page: each requirement in the advert, and the outcome I can show for it.
| One page is available: the requirements in the advert against the outcomes I can show.
{% if offer.reader == "peer" %}Which requirement is the real one?{% else %}Do you want it?{% endif %}
| {% if offer.reader == "peer" %}Which line would you strike from the advert?{% else %}Shall I send it over?{% endif %}
+ Where there is no outcome, the page says so.
+ Nothing is attached unless you ask.
+ It reads faster than a résumé.

== question any
subject: {{ job.title }}: one question
| {{ job.title }}: what comes first?
? I read that {{ offer.news }}.
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

What must the new {{ job.title }} get done first?
| Which problem costs you most until the {{ job.title }} role is filled?
~ What has to get done first?
+ If it is not something I can do, I will say so in one line.
+ If the answer sits with somebody else, a name is enough.
+ One sentence will do.
+ I ask because it decides whether I should go on with this.

== final any
subject: {{ job.title }}: closed on my side
| {{ job.title }}: last mail
I am closing the {{ job.title }} role on my side; this is the last mail.
| Last mail from me on the {{ job.title }} role.
~ Last mail from me on this.
? On file, should you need it: I {{ offer.result }}.
| On file, should you need it: at {{ offer.employer }}, I {{ offer.result }}.

A reply to this address reaches me at any time.
| Should the need return, a reply reaches me.
+ No answer required.
+ Thank you for the attention you gave it.
+ Good luck with the decision.
"""
