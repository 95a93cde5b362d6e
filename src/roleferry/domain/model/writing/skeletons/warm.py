"""Letters in a warm voice: plain, personal, no praise."""

WARM = """
greeting: Hello {{ contact.first_name }},
| Hello,
sign_off: {{ sender.name }}
no need: One line in your advert stayed with me: "{{ offer.need_quote }}".
| I'm writing because of the {{ job.title }} role at {{ company.name }}.
| I'm writing because of your {{ job.title }} role.
| I'm writing because of the work at {{ company.name }}.
no result: This line in my résumé is why I'm writing: "{{ offer.result_quote }}".
| I'm {{ offer.current_role }}.
| I was most recently {{ offer.last_role }}.
| I've worked with {{ offer.skills }}.
no opening: I'd like to ask you about the {{ job.title }} role.
| I'd like to ask you about the work at {{ company.name }}.

== short executive
subject: Your {{ job.title }} role
| {{ job.title }} at {{ company.name }}, briefly
| A short note about {{ job.title }}
I read that you need someone to {{ offer.need }}.
| Your advert says you need someone to {{ offer.need }}.
I {{ offer.result }}, and I'd like to do that kind of work with you.
| At {{ offer.employer }}, I {{ offer.result }}.

Could you tell me who to talk to?
| Who would be the right person to ask?
| Is there someone I could write to about it?
+ Thank you for reading this far.
+ I'll keep it short with them too.

== short line_manager
subject: About your {{ job.title }} role
| {{ job.title }}: could we talk?
| I'd like to help with {{ job.title }} work
I read that you're looking for someone to {{ offer.need }}.
| You're looking for someone to {{ offer.need }}.
I've done some of that: I {{ offer.answer }}.
| At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

Could I tell you more on a short call?
| May I tell you how that went?
| Would you like to hear how that went?
+ If the timing is bad, just say so.
+ I'm glad to answer by mail as well.

== short recruiter
subject: Interested in {{ job.title }}
| {{ job.title }}: may I apply?
| A candidate for {{ job.title }}
I'd love to be considered for the {{ job.title }} role at {{ company.name }}.
| The {{ job.title }} role caught my eye, and I'd like to apply.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

What would help you decide whether I fit?
| Is it still open, and what can I send you?
| Could you tell me what comes next?
+ I can answer the same day.
+ My résumé is ready to send.

== short peer
subject: May I ask about your work?
| A question about {{ company.name }}
| Curious about {{ job.title }} work
I'm reading the {{ job.title }} advert and thought I'd ask somebody who's there.
| Before I apply for the {{ job.title }} role, I'd like to ask somebody who's there.
My own work so far: I {{ offer.result }}.
| So you know who's asking: at {{ offer.employer }}, I {{ offer.result }}.

What's the work like from day to day?
| What do you wish you'd known before you started?
| What would you tell a friend about it?
+ Only if you feel like it, of course.
+ Even one line would help.

== medium executive
subject: A note about {{ job.title }} at {{ company.name }}
| Your {{ job.title }} opening
| {{ company.name }} and the {{ job.title }} role
I read your {{ job.title }} advert: you want someone to {{ offer.need }}.
| Your {{ job.title }} advert asks for someone to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| I've been there: I {{ offer.answer }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

? These days I'm {{ offer.current_role }}.
| Until recently I was {{ offer.last_role }}.
? I work with {{ offer.skills }}, which your advert asks for.
Would you tell me who looks after this role?
| Who would you like me to talk to?
| Could you pass this on to the person who's hiring?
+ I know your days are full, so a name is plenty.
+ And if the role has gone to someone else, I'd be glad to know.

== medium line_manager
subject: {{ job.title }}: I'd like to help
| Your {{ job.title }} role, and my work
| Writing about {{ job.title }}
I stopped at one line of your {{ job.title }} advert: you're looking for someone to {{ offer.need }}.
| In your {{ job.title }} advert you ask for someone to {{ offer.need }}.
That's work I know: at {{ offer.employer }}, I {{ offer.answer }}.
| I've done work like that: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? I work with {{ offer.skills }}, so that part of your list is familiar.
? Right now I'm {{ offer.current_role }}.
| My last job was as {{ offer.last_role }}.

Could we talk for a few minutes, whenever suits you?
| Would you have a few minutes to talk in the next days?
| I'd like to hear what you're trying to fix first; could we talk?
+ I'm happy to tell you about the parts that didn't work, too.
+ If you've found somebody already, a line would be kind.

== medium recruiter
subject: Could I be considered for {{ job.title }}?
| {{ job.title }} at {{ company.name }}: hello
| My interest in {{ job.title }}
I'd like to be considered for the {{ job.title }} role at {{ company.name }}.
| I'm interested in the {{ job.title }} role you're filling.
? At the moment I'm {{ offer.current_role }}.
| In my last job I was {{ offer.last_role }}.

? The advert mentions the need to {{ offer.need }}.
| I saw that the person will have to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In my own work, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Of the skills you name, I bring {{ offer.skills }}.

Is it still open, and how can I make it easy for you to put me forward?
| Are you still talking to people, and what would you like from me?
+ I can send my résumé and my availability today.
+ If it isn't a match, I'd be thankful for a short no.

== medium peer
subject: What's it like at {{ company.name }}?
| From someone curious about your work
| {{ job.title }}: how is it really?
I'm thinking about the {{ job.title }} role at {{ company.name }}, and I'd rather ask someone who knows.
| I came across the {{ job.title }} role at {{ company.name }} and wondered what the work is like.
So you know who's asking: I {{ offer.result }}.
| A word about me: at {{ offer.employer }}, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

The advert says the job is to {{ offer.task }}: how do people at your place go about it?
| The job is to {{ offer.task }}, it says: what does that mean from day to day?
~ What takes up most of a normal week?
+ I'm not after a referral, just an honest picture before I decide anything.
+ I'm glad to tell you about my own work in return.
+ A few lines are more than enough.

== long executive
subject: About the {{ job.title }} role at {{ company.name }}
| {{ job.title }}: a note with some detail
| Your {{ job.title }} search
I read your advert for a {{ job.title }}, and one part made me write: you want someone to {{ offer.need }}.
| In your advert for a {{ job.title }} you ask for someone to {{ offer.need }}.
? I also read that {{ offer.news }}.

At {{ offer.employer }}, I {{ offer.result }}.
| I've worked on that kind of thing: I {{ offer.answer }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Then there's this: I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.
? I work with {{ offer.skills }}, all of it on your list.

? These days I'm {{ offer.current_role }}.
| Until recently I was {{ offer.last_role }}.
Would you tell me who looks after this role, or pass this note on to them?
| Could you point me to the person who's hiring, or forward this?
+ I know your days are full, so a name is plenty, and I'll take it from there.
+ If it helps, I can put all of this on {{ offer.page }}, with your needs beside what I've done.

== long line_manager
subject: {{ job.title }}: some of my work, and a question
| I'd like to work on this with you
| Your {{ job.title }} role and what I've done
I stopped at one line of your {{ job.title }} advert: you're looking for someone to {{ offer.need }}.
| Your {{ job.title }} advert asks for someone to {{ offer.need }}, and that's why I'm writing.
? I also read that {{ offer.news }}.
I've done work like that: at {{ offer.employer }}, I {{ offer.answer }}.
| That's work I know: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? There's one more I like to tell: I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.
? I work with {{ offer.skills }}, so that part of your list is familiar.
? Right now I'm {{ offer.current_role }}.
| My last job was as {{ offer.last_role }}.

I'd like to hear what you're trying to fix first; could we talk for a few minutes?
| Could we find a few minutes to talk about what you need most?
+ I'm happy to tell you about the parts that didn't work, since those taught me the most.
+ If you'd rather see it in writing first, I can send {{ offer.page }} that puts your points beside mine.
+ And if you've found somebody already, a line would be kind.

== long recruiter
subject: {{ job.title }} at {{ company.name }}: a bit about me
| Hoping to be considered for {{ job.title }}
| Everything you need about me for {{ job.title }}
I'd like to be considered for the {{ job.title }} role at {{ company.name }}, and I've tried to put what you need in \
one place.
| Here is what you may want to know about me for the {{ job.title }} role at {{ company.name }}.
? At the moment I'm {{ offer.current_role }}.
| In my last job I was {{ offer.last_role }}.
? Of the skills you name, I bring {{ offer.skills }}.

? The advert mentions the need to {{ offer.need }}.
| I saw that the person will have to {{ offer.need }}.
At {{ offer.employer }}, I {{ offer.result }}.
| In my own work, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? And, because it may matter here: I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.

Is it still open, and what would make your decision easier?
| Are you still talking to people, and what would you like from me next?
+ I can send my résumé and my availability today, in whatever form your process needs.
+ If there's a must that I don't meet, please tell me and I'll answer honestly.
+ And if it isn't a match, I'd be thankful for a short no.

== long peer
subject: Could I ask you about {{ company.name }}?
| How do you find the work?
| {{ job.title }}: asking someone who'd know
I'm thinking about the {{ job.title }} role at {{ company.name }}, and I'd rather ask someone who knows than guess \
from the advert.
| The {{ job.title }} role at {{ company.name }} interests me, and you'd know better than the advert what it's like.
? I read that {{ offer.news }}.
? I also saw this of yours: "{{ offer.work_quote }}".

A word about me, so you know who's asking: at {{ offer.employer }}, I {{ offer.result }}.
| So you know who's asking: I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? And I {{ offer.result }}.
| And at {{ offer.employer }}, I {{ offer.result }}.
? The advert names {{ offer.skills }}, and I work with that too.

The advert says the job is to {{ offer.task }}: how do people at your place go about it, and what's hard?
| The job is to {{ offer.task }}, it says: what does that mean from day to day, and what's hard about it?
~ What takes up most of a normal week, and what's hard about it?
+ I'm not after a referral; I'd just like an honest picture before I decide anything.
+ A few lines are more than enough, and I'm glad to return the favour with anything I know.
+ If you'd rather not talk about it, I understand completely.

== nudge any
subject: One more thing about {{ job.title }}
| {{ job.title }}: something I didn't say
I thought of one thing I hadn't told you: I {{ offer.result }}.
| Here's something my first note didn't say: at {{ offer.employer }}, I {{ offer.result }}.
~ I forgot to say which of your skills I bring: {{ offer.skills }}.
~ I forgot to say who I am: {{ offer.current_role }}.
~ I forgot to say what I did last: I was {{ offer.last_role }}.
~ I wrote to you about the {{ job.title }} role.
~ I wrote to you about the work at {{ company.name }}.
~ I wrote to you about your open role.
? I've also spent time with {{ offer.skills }}.

{% if offer.reader == "peer" %}Is that anything like what you do?{% elsif offer.reader == "recruiter" %}Does that \
help you see where I'd fit?{% else %}Would that be of use to you?{% endif %}
| {% if offer.reader == "peer" %}Does that sound familiar?{% else %}Is that closer to what you need?{% endif %}
+ A short yes or no is a fine answer.
+ If somebody else would know better, I'm happy to write to them.

== value_add any
subject: Would one page help?
| {{ job.title }}: something to read
? I read that {{ offer.news }}.
? There's another part of the advert I know: the need to {{ offer.need }}.
| Your advert also asks for someone to {{ offer.need }}.
~ Your advert also says: "{{ offer.need_quote }}".
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

I'd be glad to put it on one page for you: what the advert asks for, and what I've done about each point.
| If it helps, I'll make you one page: each point of the advert, and what I've done about it.
{% if offer.reader == "peer" %}Would you tell me which point matters most in practice?{% else %}Would you like to see \
it?{% endif %}
| {% if offer.reader == "peer" %}Which of the points would you say is the real job?{% else %}May I send it?{% endif %}
+ Where I have nothing to show, it'll say so.
+ It's quicker to read than a résumé.
+ I won't attach anything unless you ask for it.

== question any
subject: May I ask one thing about {{ job.title }}?
| {{ job.title }}: what matters most?
? I read that {{ offer.news }}.
? At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

May I ask what you'd most like the new {{ job.title }} to take off your hands?
| What would you be happiest to see done first by the new {{ job.title }}?
~ May I ask what you'd be happiest to see done first?
+ If I can't help with that, I'll say so and wish you luck.
+ And if you're not the person to ask, I'd be grateful for a name.
+ A few words are enough.
+ I ask because I'd rather know before I take up more of your time.

== final any
subject: Thank you, and goodbye for now
| {{ job.title }}: I'll leave it here
I'll leave the {{ job.title }} role with you now and won't write again.
| This is my last mail about the {{ job.title }} role.
~ I'll leave it with you now and won't write again.
? Should you ever need it: I {{ offer.result }}.
| For another day, maybe: at {{ offer.employer }}, I {{ offer.result }}.

Thank you for the time you gave my notes.
| Thanks for reading, whatever you decide.
+ If things change, I'd be glad to hear from you.
+ No answer is needed.
+ I hope the search goes well.
"""
