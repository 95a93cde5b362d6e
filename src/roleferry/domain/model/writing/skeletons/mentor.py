"""Letters in a mentor's voice: calm, offering what was learnt, asking what the reader is up against."""

MENTOR = """
greeting: Hello {{ contact.first_name }},
| Hello,
sign_off: {{ sender.name }}
no need: The advert puts it this way: "{{ offer.need_quote }}".
| A word about the {{ job.title }} role at {{ company.name }}.
| A word about the {{ job.title }} role.
| A word about the work at {{ company.name }}.
no result: One line of my résumé bears on it: "{{ offer.result_quote }}".
| My work today is as {{ offer.current_role }}.
| My work until recently was as {{ offer.last_role }}.
| My tools are {{ offer.skills }}.
no opening: A word about the {{ job.title }} role.
| A word about the work at {{ company.name }}.

== short executive
subject: On your {{ job.title }} role
| {{ job.title }}: a lesson from practice
| Something on {{ job.title }}
Whoever you hire will have to {{ offer.need }}.
| Part of the role is to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I have been through it: I {{ offer.answer }}.
| I {{ offer.result }}.

Whom should I tell how it went?
| Is there somebody I could compare notes with?
| Who is thinking about this on your side?
+ The lessons are yours either way.
+ It fits in a few minutes.

== short line_manager
subject: {{ job.title }}: what I learnt doing it
| What worked, and what did not
| Notes on the {{ job.title }} work
Your advert asks for someone to {{ offer.need }}.
| The person you want has to {{ offer.need }}.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

Shall I tell you what I would do differently today?
| Would it help to hear what I would do differently?
| Do you want to hear what went wrong first?
+ It fits in a short call.
+ By mail is fine too.

== short recruiter
subject: {{ job.title }}: experience to offer
| For your {{ job.title }} shortlist
| Candidate for {{ job.title }}: what I have done
I would like to be considered for the {{ job.title }} role at {{ company.name }}.
| I would like to bring what I have learnt to the {{ job.title }} role.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

What would the team want to know first?
| Which point matters most to the people hiring?
| What should I send you first?
+ I can put it in writing for them.
+ Ask me the hardest question on your list.

== short peer
subject: Comparing notes on {{ job.title }} work
| A question, one practitioner to another
| Comparing notes
I read the {{ job.title }} advert and would like to compare notes with somebody who does the work.
| The {{ job.title }} advert made me curious about the work behind it.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

What did you find hardest about it?
| Which part would you do differently today?
| What took you longest to learn?
+ I will answer any question in return.
+ A line is enough.

== medium executive
subject: {{ company.name }}: on the {{ job.title }} role
| {{ job.title }}: what I would watch for
| A thought on your {{ job.title }} hire
The {{ job.title }} you hire will have to {{ offer.need }}.
| Your {{ job.title }} role comes down to this: somebody has to {{ offer.need }}.
I have some practice with that. At {{ offer.employer }}, I {{ offer.answer }}.
| I have some practice with that: I {{ offer.answer }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

? My work today is as {{ offer.current_role }}.
| My work until recently was as {{ offer.last_role }}.
? The tools I use include {{ offer.skills }}.
Whom on your side should I share the details with?
| Is there somebody who would want to hear how it was done?
+ It is worth hearing before the hire, whoever gets the job.
+ A name is all I need; the rest is my task.

== medium line_manager
subject: {{ job.title }}: what I would tell a colleague
| Lessons for the {{ job.title }} role
| {{ job.title }}: where I would start asking
Your {{ job.title }} advert asks for someone to {{ offer.need }}.
| In the {{ job.title }} role somebody will have to {{ offer.need }}.
I have done a piece of that: at {{ offer.employer }}, I {{ offer.answer }}.
| A piece of that I have done: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Of the tools on your list I know {{ offer.skills }}.
? Today I am {{ offer.current_role }}.
| Until recently I was {{ offer.last_role }}.

What is the part that keeps going wrong? I can tell you what I tried, and what I would leave out next time.
| Which part is stuck today? I can tell you what I tried and what I would leave out next time.
+ A short call is enough for that, and you may keep the notes.
+ If you have solved it already, I would like to hear how.

== medium recruiter
subject: {{ job.title }}: background and results
| {{ job.title }} at {{ company.name }}: my experience
| A candidate who can explain the work
I would like to be considered for the {{ job.title }} role at {{ company.name }}; this is what I can show.
| For the {{ job.title }} role, this is what I can show.
? My work today is as {{ offer.current_role }}.
| My work until recently was as {{ offer.last_role }}.

? The role asks for someone to {{ offer.need }}.
| In the role, somebody has to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In practice, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Of the skills in the advert I have {{ offer.skills }}.

Which of the requirements weighs most for the people hiring?
| What would the people hiring want to hear about first?
+ I can write a few lines on exactly that point, so that you have something to pass on.
+ If one of the musts is missing on my side, tell me, and I will say so plainly.

== medium peer
subject: Comparing notes on {{ job.title }} work
| What did you learn doing this?
| A question about how you work at {{ company.name }}
I read the {{ job.title }} advert from {{ company.name }} and would like to compare notes with somebody who does the \
work.
| The {{ job.title }} advert from {{ company.name }} made me curious about the work behind it.
My part so far: I {{ offer.result }}.
| My part so far: at {{ offer.employer }}, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

If somebody new had to {{ offer.task }}, what would you tell them first?
| What would you teach a newcomer who has to {{ offer.task }}?
~ What would you tell somebody new to do first?
+ I will gladly tell you what I got wrong in return.
+ This is no request for a referral; I want to understand the work.

== long executive
subject: {{ job.title }}: what I would look for
| Notes on the {{ job.title }} role at {{ company.name }}
| {{ job.title }}: from somebody who has done it
The {{ job.title }} you hire will have to {{ offer.need }}.
| Your {{ job.title }} role comes down to this: somebody has to {{ offer.need }}.
? I read that {{ offer.news }}.
Here is what I can show from practice.
| I can only speak of what I have done myself, and it is this.

At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Besides that, I {{ offer.result }}.
| Besides that, at {{ offer.employer }} I {{ offer.result }}.
? The tools I used on the way include {{ offer.skills }}.
| The tools I use include {{ offer.skills }}.

? My work today is as {{ offer.current_role }}.
| My work until recently was as {{ offer.last_role }}.
Whom on your side should I share the details with?
| Is there somebody who would want to hear how it was done?
+ What went wrong on the way is worth hearing before the hire, whoever gets the job.
+ A name is all I need; the rest is my task.

== long line_manager
subject: {{ job.title }}: what I did and would do again
| Lessons for your {{ job.title }} role
| Before you hire a {{ job.title }}
Your {{ job.title }} advert asks for someone to {{ offer.need }}.
| In the {{ job.title }} role somebody will have to {{ offer.need }}.
? I read that {{ offer.news }}.
I have done a piece of that: at {{ offer.employer }}, I {{ offer.answer }}.
| A piece of that I have done: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Besides that, I {{ offer.result }}.
| Besides that, at {{ offer.employer }} I {{ offer.result }}.
? Of the tools on your list I know {{ offer.skills }}.
? Today I am {{ offer.current_role }}.
| Until recently I was {{ offer.last_role }}.

What is the part that keeps going wrong? I can tell you what I tried, and what I would leave out next time.
| Which part is stuck today? I can tell you what I tried and what I would leave out next time.
+ A short call is enough for that, and you may keep the notes whether or not we end up working together.
+ If you would rather read than talk, I can put each of your points and my answer to it on {{ offer.page }}.
+ If you have solved it already, I would like to hear how.

== long recruiter
subject: {{ job.title }} at {{ company.name }}: what I bring
| For the people hiring a {{ job.title }}
| {{ job.title }}: background, results, open points
I would like to be considered for the {{ job.title }} role at {{ company.name }}; this is what I can show.
| For the {{ job.title }} role, this is what I can show.
? My work today is as {{ offer.current_role }}.
| My work until recently was as {{ offer.last_role }}.
? Of the skills in the advert I have {{ offer.skills }}.

? The role asks for someone to {{ offer.need }}.
| In the role, somebody has to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In practice, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Besides that, I {{ offer.result }}.
| Besides that, at {{ offer.employer }} I {{ offer.result }}.

Which of the requirements weighs most for the people hiring?
| What would the people hiring want to hear about first?
+ I can write a few lines on exactly that point, so that you have something to pass on.
+ If one of the musts is missing on my side, tell me, and I will say so plainly instead of talking around it.
+ My résumé and my availability come with the next mail, if you want them.

== long peer
subject: Comparing notes on {{ job.title }} work
| What would you teach a newcomer?
| {{ company.name }}: how do you do it?
I read the {{ job.title }} advert from {{ company.name }} and would like to compare notes with somebody who does the \
work.
| The {{ job.title }} advert from {{ company.name }} made me curious about the work behind it.
? I read that {{ offer.news }}.
? I saw this of yours: "{{ offer.work_quote }}".

My part so far: at {{ offer.employer }}, I {{ offer.result }}.
| My part so far: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Besides that, I {{ offer.result }}.
| Besides that, at {{ offer.employer }} I {{ offer.result }}.
? I work with {{ offer.skills }}, which the advert names as well.
| My tools include {{ offer.skills }}.

If somebody new had to {{ offer.task }}, what would you tell them first?
| What would you teach a newcomer who has to {{ offer.task }}?
~ What would you tell somebody new to do first?
+ I will gladly tell you what I got wrong in return, if that is of any use to you.
+ This is no request for a referral; I want to understand the work before I think about the job.
+ A few lines would be plenty.

== nudge any
subject: {{ job.title }}: a second lesson
| {{ job.title }}: one more from practice
A second piece of practice, if it is of use: I {{ offer.result }}.
| My first note kept one thing back: at {{ offer.employer }}, I {{ offer.result }}.
~ A word on tools, since the advert names them: I work with {{ offer.skills }}.
~ A word on where I stand: I am {{ offer.current_role }}.
~ A word on where I come from: I was {{ offer.last_role }}.
~ My first note was about the {{ job.title }} role.
~ My first note was about the work at {{ company.name }}.
~ My first note was about your open role.
? Of the tools in the advert I know {{ offer.skills }}.

{% if offer.reader == "peer" %}Did you come to the same end by another way?{% elsif offer.reader == "recruiter" %}Is \
that a point the people hiring would ask about?{% else %}Is that closer to what is on your desk?{% endif %}
| {% if offer.reader == "peer" %}Have you seen that go differently?{% else %}Would that be worth a few minutes?{% \
endif %}
+ A word in either direction helps me.
+ Correct me if I have misread what the work is about.

== value_add any
subject: One page of notes on {{ job.title }}
| {{ job.title }}: notes you may keep
? I read that {{ offer.news }}.
? Another part of the role is to {{ offer.need }}.
| The advert goes on: somebody has to {{ offer.need }}.
~ The advert goes on: "{{ offer.need_quote }}".
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

I could write my notes up on one page: each point in the advert, and what I did when I met it.
| One page would hold my notes: the points in the advert, and what I did when I met each.
{% if offer.reader == "peer" %}Which point should it begin with, going by your own experience?{% else %}Would you \
read it?{% endif %}
| {% if offer.reader == "peer" %}What would you add to it?{% else %}Would that be useful to have?{% endif %}
+ You may keep it whatever you decide.
+ Points I have never met are marked as such.
+ It is short enough to read standing up.

== question any
subject: {{ job.title }}: where would you start?
| A question about the {{ job.title }} work
? I read that {{ offer.news }}.
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

Where would you want a new {{ job.title }} to start, and what should they leave alone?
| What do people usually get wrong in their first months of {{ job.title }} work?
~ Where should somebody new start, and what should they leave alone?
+ I ask because the answer shows whether my experience is of any use to you.
+ If you would rather point me to a colleague, please do.
+ A line is plenty.
+ I ask because a good answer saves both sides an interview.

== final any
subject: {{ job.title }}: closing my notes
| Leaving the {{ job.title }} role with you
I close my notes on the {{ job.title }} role with this mail.
| With this I leave the {{ job.title }} role in your hands.
~ I close my notes with this mail.
? One last piece of practice: I {{ offer.result }}.
| One last piece of practice: at {{ offer.employer }}, I {{ offer.result }}.

Whoever takes it on, I hope it goes well.
| I hope you find the right person for it.
+ You are welcome to ask me about any of it later.
+ There is nothing to answer.
+ Thank you for reading.
"""
