"""Letters in a direct voice: the need, the result, the question."""

DIRECT = """
greeting: Hi {{ contact.first_name }},
| Hi,
sign_off: {{ sender.name }}
no need: Your advert asks for "{{ offer.need_quote }}".
| I am writing about the {{ job.title }} role at {{ company.name }}.
| I am writing about the {{ job.title }} role.
| I am writing about the work at {{ company.name }}.
no result: From my résumé: "{{ offer.result_quote }}".
| I work as {{ offer.current_role }}.
| I last worked as {{ offer.last_role }}.
| I work with {{ offer.skills }}.
no opening: I am writing about the {{ job.title }} role.
| I am interested in the work at {{ company.name }}.

== short executive
subject: {{ job.title }} at {{ company.name }}
| {{ company.name }}: {{ job.title }}
| One line about your {{ job.title }} role
You want someone to {{ offer.need }}.
| You need someone who can {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.
+ I want to do that kind of work at {{ company.name }}.

Who on your side should I talk to?
| Who owns this for you?
| Could you point me to the person who decides?
+ One name is enough.

== short line_manager
subject: {{ job.title }}: something I have done
| Your {{ job.title }} role
| {{ job.title }}, and what I would bring
You need someone to {{ offer.need }}.
| Your advert asks for someone to {{ offer.need }}.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.
+ I can walk you through how it was done.

Would a short call be useful?
| Is a short call worth your time?
| Shall we talk for a few minutes?
+ If not, a one-line no is fine.

== short recruiter
subject: {{ job.title }}: is it open?
| Applying for {{ job.title }}
| {{ job.title }} at {{ company.name }}: fit
I am interested in the {{ job.title }} role at {{ company.name }}.
| The {{ job.title }} role is one I want to apply for.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.
+ It asks for {{ offer.skills }}; I have that.

Is it still open?
| Are you still taking candidates?
| What do you need from me to be considered?
+ I can send my résumé today.

== short peer
subject: A question about {{ job.title }} work
| How does this work at {{ company.name }}?
| One question about your work
I am reading the {{ job.title }} advert from {{ company.name }}.
| I found the {{ job.title }} advert from {{ company.name }}.
My own work so far: at {{ offer.employer }}, I {{ offer.result }}.
| For context, I {{ offer.result }}.

How close is that to what you do?
| Is your work anything like that?
| What should I know before I apply?
+ Even a short answer would help me a lot.

== medium executive
subject: {{ company.name }}: {{ job.title }}
| {{ job.title }}: what I have done
| About your {{ job.title }} opening
You are hiring a {{ job.title }} to {{ offer.need }}.
| The {{ job.title }} you are hiring has to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

? I work as {{ offer.current_role }}.
| My last role was as {{ offer.last_role }}.
? Of the skills the advert lists, I bring {{ offer.skills }}.
| The advert asks for {{ offer.skills }}; I work with that.
+ I can put all of it on {{ offer.page }}, your needs on the left and my results on the right.
Who on your side owns this hire?
| Who should I speak with?
| Would you pass this to whoever decides?
+ One name, or a forward, is all I ask.
+ I will be as brief with them as I am here.

== medium line_manager
subject: {{ job.title }}: what I have done that matches
| Your {{ job.title }} role and what I have done
| {{ job.title }} at {{ company.name }}
Your advert asks for someone to {{ offer.need }}.
| You are looking for someone to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? From your list I work with {{ offer.skills }}.
| Your list names {{ offer.skills }}; I work with that.
? Today I am {{ offer.current_role }}.
| Most recently I was {{ offer.last_role }}.

Would a short call this week or next be useful?
| Can we talk it through on a short call?
| Is it worth a short call to see if this fits?
+ I can tell you what went wrong on the way as well as what worked.
+ If the role is filled, tell me and I will stop here.

== medium recruiter
subject: {{ job.title }} at {{ company.name }}: my fit
| Candidate for {{ job.title }}
| {{ job.title }}: fit and next steps
I would like to be considered for the {{ job.title }} role at {{ company.name }}.
| Please consider me for the {{ job.title }} role.
? I work as {{ offer.current_role }}.
| My most recent role was as {{ offer.last_role }}.

? The advert asks for someone to {{ offer.need }}.
| One of the tasks is to {{ offer.need }}.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? I have worked with {{ offer.skills }}.
| From the list of skills I have {{ offer.skills }}.

Is the role still open, and what do you need from me?
| Are you still interviewing, and what is the next step?
| Is it still open, and would you like my résumé?
+ I can send my résumé, my notice period and my availability in one mail.
+ If I am not the right fit, a short no helps too.

== medium peer
subject: How does this work at {{ company.name }}?
| A question about {{ job.title }} work
| Your work at {{ company.name }}
I am looking at the {{ job.title }} advert from {{ company.name }} and would like to ask somebody who is there.
| The {{ job.title }} advert from {{ company.name }} made me curious about the work behind it.
For context, I {{ offer.result }}.
| My own background: at {{ offer.employer }}, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

The advert says the job is to {{ offer.task }}: what does that look like on a normal day?
| The job, says the advert, is to {{ offer.task }}: where does most of the time go?
+ I am not asking for a referral, only for how it looks from where you sit.
+ A few lines are plenty, and I am glad to answer the same question about my work.

== long executive
subject: {{ company.name }}: {{ job.title }}, in short
| {{ job.title }}: need and results
| Results for your {{ job.title }} role
You are hiring a {{ job.title }} to {{ offer.need }}.
| {{ company.name }} is looking for someone to {{ offer.need }}.
? I read that {{ offer.news }}.
Here is what I have done that bears on it.
| My results, briefly.

At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? And I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.
? Of the skills you list, I bring {{ offer.skills }}.

? I work as {{ offer.current_role }}.
| My last role was as {{ offer.last_role }}.
Who on your side should look at this?
| Who decides about this role?
| Would you forward this to the person who decides?
+ I can send {{ offer.page }} that sets each need in the advert beside what I did about the same thing.
+ A forward without comment is enough.

== long line_manager
subject: {{ job.title }}: what I have done
| Your {{ job.title }} role, point by point
| {{ job.title }}: needs and results
Your advert for the {{ job.title }} role asks for someone to {{ offer.need }}.
| For the {{ job.title }} role you want someone to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? And I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.
? From your list I work with {{ offer.skills }}.
| Your list and my résumé share {{ offer.skills }}.
? I am {{ offer.current_role }} now.
| Most recently I was {{ offer.last_role }}.

What would the person you hire have to fix first?
| Which problem should the new person take on first?
Would you have time for a short call about that?
| Could we go through it on a short call?
+ I would rather hear the hard parts now than in the interview, and I will tell you where I have no experience.
+ I can send {{ offer.page }} beforehand that sets your points beside mine.

== long recruiter
subject: {{ job.title }} at {{ company.name }}: application
| Candidate for {{ job.title }}, with details
| {{ job.title }}: fit, skills, next steps
I would like to be considered for the {{ job.title }} role at {{ company.name }}.
| Please consider me for the {{ job.title }} role at {{ company.name }}.
? I work as {{ offer.current_role }}.
| My most recent role was as {{ offer.last_role }}.
? From the list in the advert I have worked with {{ offer.skills }}.
| My résumé covers {{ offer.skills }} from the list in the advert.

? One task in the advert is to {{ offer.need }}.
| The new person will have to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? And I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.

Is the role still open, and what are the next steps?
| Are you still interviewing, and what do you need from me?
+ I can send my résumé, notice period and availability in one mail, so that you have everything in one place.
+ If something essential is missing, tell me what it is and I will answer plainly.
+ If it is filled, I would be glad to hear that too.

== long peer
subject: What is the {{ job.title }} work really like?
| A question about work at {{ company.name }}
| Before I apply for {{ job.title }}
I am looking at the {{ job.title }} advert from {{ company.name }}, and I would like to understand the work before \
anything else.
| Before I think about the {{ job.title }} advert from {{ company.name }}, I want to know what the work is like.
? I read that {{ offer.news }}.
? I saw this about your work: "{{ offer.work_quote }}".

For context, at {{ offer.employer }} I {{ offer.result }}.
| So that you know where I come from: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? And I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.
? I work with {{ offer.skills }}, which the advert names too.

The advert says the job is to {{ offer.task }}: what turns out to be the hard part?
| If the job is to {{ offer.task }}, what takes longer than people think?
+ I am not asking you to refer me or to put in a word; I am after how it looks from where you sit.
+ A few lines are plenty, and I am glad to answer the same question about my own work.
+ If you would rather not say, that is fine as well.

== nudge any
subject: {{ job.title }}: one more result
| {{ job.title }}: something I left out
My first note left this out: I {{ offer.result }}.
| One thing was not in my first note: at {{ offer.employer }}, I {{ offer.result }}.
~ The skills from your advert that I work with: {{ offer.skills }}.
~ To place me: I work as {{ offer.current_role }}.
~ To place me: I last worked as {{ offer.last_role }}.
~ I wrote to you about the {{ job.title }} role.
~ I wrote to you about the work at {{ company.name }}.
~ I wrote to you about your open role.
? I work with {{ offer.skills }}, which the advert asks for.

{% if offer.reader == "peer" %}Does that match what you see in the work?{% elsif offer.reader == "recruiter" %}Does \
that help you place me?{% else %}Is that what the role needs?{% endif %}
| {% if offer.reader == "peer" %}Is that a big part of the work?{% else %}Does that change anything for you?{% endif %}
+ A yes or a no is enough for me.
+ If this is not your area, tell me whose it is and I will write there instead.

== value_add any
subject: One page on the {{ job.title }} role
| {{ job.title }}: your needs beside my results
? I read that {{ offer.news }}.
? You also want someone to {{ offer.need }}.
| The advert also names the need to {{ offer.need }}.
~ The advert also says: "{{ offer.need_quote }}".
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

I can send one page that sets the needs in the advert beside what I have done about each.
| I can put it on one page: the needs in the advert on the left, what I have done on the right.
{% if offer.reader == "peer" %}Would you tell me what you would look at first?{% else %}Shall I send it?{% endif %}
| {% if offer.reader == "peer" %}Would you look at it and say what is missing?{% else %}Do you want it?{% endif %}
+ It leaves out what I have not done, and says so.
+ No attachment comes unless you say yes.
+ It takes less time to read than a résumé.

== question any
subject: {{ job.title }}: a question
| One question about {{ job.title }}
? I read that {{ offer.news }}.
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

Which part of the {{ job.title }} work is hardest to find somebody for?
| What would make the first months of the {{ job.title }} work a success?
~ Which part of the work is hardest to find somebody for?
+ Your answer tells me whether I am the right person or should leave you in peace.
+ If that is for somebody else to say, a name helps.
+ A line is enough.
+ I ask because it tells me whether I would be of use.

== final any
subject: {{ job.title }}: last note from me
| Closing my side on {{ job.title }}
This is my last note about the {{ job.title }} role.
| I will not write again about the {{ job.title }} role after this.
~ This is my last note about the role.
? In case it is useful later: I {{ offer.result }}.
| One result for your files: at {{ offer.employer }}, I {{ offer.result }}.

If it becomes useful later, a reply to this mail reaches me.
| Should things change on your side, this address stays good.
+ If you have decided already, there is nothing you need to do.
+ Thank you for the time it took to read this.
+ Good luck with the work ahead.
"""
