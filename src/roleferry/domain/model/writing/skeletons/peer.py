"""Letters in a peer's voice: shop talk between people who do the same work."""

PEER = """
greeting: Hey {{ contact.first_name }},
| Hey,
sign_off: {{ sender.name }}
no need: Your advert has this line: "{{ offer.need_quote }}".
| Saw the {{ job.title }} role at {{ company.name }}.
| Saw the {{ job.title }} role.
| Been reading about the work at {{ company.name }}.
no result: From my side: "{{ offer.result_quote }}".
| I work as {{ offer.current_role }}.
| I last worked as {{ offer.last_role }}.
| I work with {{ offer.skills }}.
no opening: Saw the {{ job.title }} role.
| Been reading about the work at {{ company.name }}.

== short executive
subject: {{ job.title }}: worth a look?
| Your {{ job.title }} role: who owns it?
| {{ job.title }}, from someone who does it
Saw that you need someone to {{ offer.need }}.
| You've got a {{ job.title }} role open, and the job is to {{ offer.need }}.
That's my kind of work: I {{ offer.answer }}.
| At {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

Who'd be the person to talk shop with?
| Who on your side works on that?
| Mind pointing me to whoever runs it?
+ A first name will do.
+ I'll take it from there.

== short line_manager
subject: {{ job.title }}: swapping notes
| On your {{ job.title }} role
| Talking shop about {{ job.title }}
Your advert wants someone to {{ offer.need }}.
| So you need someone to {{ offer.need }}.
I {{ offer.result }}.
| Over at {{ offer.employer }}, I {{ offer.result }}.

Want to swap notes?
| Up for a short call about it?
| Does that sound like what you're dealing with?
+ Happy to go into the messy details.
+ If not, no harm done.

== short recruiter
subject: {{ job.title }}: me?
| Throwing my name in for {{ job.title }}
| {{ job.title }} at {{ company.name }}
I'd like to throw my name in for the {{ job.title }} role.
| Count me in for the {{ job.title }} role at {{ company.name }}, if it's still open.
I {{ offer.result }}.
| At {{ offer.employer }}, I {{ offer.result }}.

Still looking? What do you need?
| What's the next step from here?
| Anything you need from me first?
+ I can send a résumé right away.
+ I answer fast.

== short peer
subject: How do you folks do this?
| Shop talk: {{ job.title }}
| One question about your work
Saw the {{ job.title }} role at {{ company.name }} and got curious how you do things.
| The {{ job.title }} role at {{ company.name }} got me curious.
On my side, I {{ offer.result }}.
| Over at {{ offer.employer }}, I {{ offer.result }}.

What does it look like over there?
| What's the messy part for you?
| What would you change first if you could?
+ Not fishing for a referral.
+ One line is plenty.

== medium executive
subject: {{ job.title }}: from someone who does the work
| {{ company.name }}: the {{ job.title }} role
| On the {{ job.title }} opening
You're hiring a {{ job.title }} to {{ offer.need }}.
| Your {{ job.title }} role boils down to this: someone has to {{ offer.need }}.
Over at {{ offer.employer }}, I {{ offer.result }}.
| That's what I do: I {{ offer.answer }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

? I'm {{ offer.current_role }}.
| I was last {{ offer.last_role }}.
? On the tools side: {{ offer.skills }}.
| I work with {{ offer.skills }}.
Who on your side is close to this?
| Who should I talk shop with?
| Mind forwarding this to whoever's hiring?
+ I'd rather talk to the person with the problem than send another form.
+ A name or a forward does it.

== medium line_manager
subject: {{ job.title }}: I've worked on this
| Your {{ job.title }} role: swapping notes
| {{ job.title }}: what I did, what I'd ask
Your {{ job.title }} advert wants someone to {{ offer.need }}.
| So the {{ job.title }} is there to {{ offer.need }}.
I've worked on that: over at {{ offer.employer }}, I {{ offer.answer }}.
| I've worked on that: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Tools from your list that I know: {{ offer.skills }}.
? I'm {{ offer.current_role }}.
| I was last {{ offer.last_role }}.

What's biting you most right now? Up for a short call about it?
| Where does it hurt most today? I'd like to hear it on a short call.
+ Happy to go into the messy details, including what I'd not do again.
+ If the seat is taken, just say so and I'm gone.

== medium recruiter
subject: {{ job.title }}: hands-on candidate
| {{ job.title }} at {{ company.name }}: I'm in
| My name for the {{ job.title }} list
I'd like to throw my name in for the {{ job.title }} role at {{ company.name }}.
| Count me in for the {{ job.title }} role at {{ company.name }}, if it's still open.
? I'm {{ offer.current_role }}.
| I was last {{ offer.last_role }}.

? The job is to {{ offer.need }}, as I read it.
| As I read it, someone has to {{ offer.need }}.
I {{ offer.result }}.
| Over at {{ offer.employer }}, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Tools we have in common: {{ offer.skills }}.

Still looking? And what do you need from me to move it along?
| What's the next step, and what can I send you for it?
+ Résumé, dates, whatever the form wants: I can send it today.
+ If I'm missing a must, say so; I'd rather know.

== medium peer
subject: Shop talk about {{ company.name }}
| How do you folks handle this?
| {{ job.title }}: how's the real work?
Saw the {{ job.title }} role at {{ company.name }} and got curious how you folks do things.
| The {{ job.title }} role at {{ company.name }} got me curious, so I'm asking someone who'd know.
Over at {{ offer.employer }}, I {{ offer.result }}.
| On my side, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.

The job is to {{ offer.task }}, says the advert: what's the messy part?
| Says here someone has to {{ offer.task }}: how do you folks go about it?
~ What's the messy part that no advert mentions?
+ Not fishing for a referral, only curious.
+ Ask me anything about how I did mine.

== long executive
subject: {{ job.title }}: what I'd bring to the work
| {{ company.name }}: the {{ job.title }} role, hands on
| Your {{ job.title }} opening, from a practitioner
You're hiring a {{ job.title }} to {{ offer.need }}.
| Your {{ job.title }} role boils down to this: someone has to {{ offer.need }}.
? Read that {{ offer.news }}.
Here's my side of that work.
| Here's the short version of my work.

Over at {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Plus, I {{ offer.result }}.
| Plus, at {{ offer.employer }}, I {{ offer.result }}.
? On the tools side: {{ offer.skills }}.

? I'm {{ offer.current_role }}.
| I was last {{ offer.last_role }}.
Who on your side is close to this?
| Who should I talk shop with?
| Mind forwarding this to whoever's hiring?
+ I'd rather talk to the person with the problem than send another form.
+ If {{ offer.page }} is easier to pass around, I can make one: your points, my work beside them.

== long line_manager
subject: {{ job.title }}: what I did, what I would ask
| Your {{ job.title }} role, point for point
| Swapping notes on {{ job.title }}
Your {{ job.title }} advert wants someone to {{ offer.need }}.
| So the {{ job.title }} is there to {{ offer.need }}.
? Read that {{ offer.news }}.
I've worked on that: over at {{ offer.employer }}, I {{ offer.answer }}.
| I've worked on that: I {{ offer.answer }}.
| I {{ offer.result }}.

? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Plus, I {{ offer.result }}.
| Plus, at {{ offer.employer }}, I {{ offer.result }}.
? Tools from your list that I know: {{ offer.skills }}.
? I'm {{ offer.current_role }}.
| I was last {{ offer.last_role }}.

What's biting you most right now? Up for a short call about it?
| Where does it hurt most today? I'd like to hear it on a short call.
+ Happy to go into the messy details, including what I'd not do again and where I've no clue.
+ Prefer reading? I can put your points and my work side by side on {{ offer.page }}.
+ If the seat is taken, just say so and I'm gone.

== long recruiter
subject: {{ job.title }} at {{ company.name }}: hands-on
| The practitioner's version: {{ job.title }}
| {{ job.title }}: my work in plain words
I'd like to throw my name in for the {{ job.title }} role at {{ company.name }}, with the facts up front so you don't \
have to dig.
| Count me in for the {{ job.title }} role at {{ company.name }}, if it's still open; here's what I've done in plain \
words.
? I'm {{ offer.current_role }}.
| I was last {{ offer.last_role }}.
? Tools we have in common: {{ offer.skills }}.

? The job is to {{ offer.need }}, as I read it.
| As I read it, someone has to {{ offer.need }}.
I {{ offer.result }}.
| Over at {{ offer.employer }}, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Plus, I {{ offer.result }}.
| Plus, at {{ offer.employer }}, I {{ offer.result }}.

Still looking? And what do you need from me to move it along?
| What's the next step, and what can I send you for it?
+ Résumé, dates, whatever the form wants: I can send it today.
+ If I'm missing a must, say so; I'd rather know now than after the interviews.
+ And if it's gone, no hard feelings.

== long peer
subject: How's the {{ job.title }} work over there?
| Shop talk about {{ company.name }}, if you're up for it
| Asking someone who'd know
Saw the {{ job.title }} role at {{ company.name }} and got curious how you folks do things; adverts never say.
| The {{ job.title }} role at {{ company.name }} got me curious, so I'm asking someone who'd know instead of guessing.
? Read that {{ offer.news }}.
? Also saw this of yours: "{{ offer.work_quote }}".

Over at {{ offer.employer }}, I {{ offer.result }}.
| On my side, I {{ offer.result }}.
? I also {{ offer.result }}.
| At {{ offer.employer }}, I also {{ offer.result }}.
? Plus, I {{ offer.result }}.
| Plus, at {{ offer.employer }}, I {{ offer.result }}.
? Tools from the advert that I use: {{ offer.skills }}.

The job is to {{ offer.task }}, says the advert: what's the messy part?
| Says here someone has to {{ offer.task }}: how do you folks go about it?
~ What's the messy part that no advert mentions?
+ Not fishing for a referral; I just like to know how others do it before I jump.
+ Ask me anything about how I did mine, including the bits that broke.
+ No time? No problem.

== nudge any
subject: {{ job.title }}: forgot one
| One more on {{ job.title }}
Forgot to mention: I {{ offer.result }}.
| Left one out last time: over at {{ offer.employer }}, I {{ offer.result }}.
~ Forgot the tools part: {{ offer.skills }}.
~ Forgot to say what I do: I'm {{ offer.current_role }}.
~ Forgot to say what I did last: I was {{ offer.last_role }}.
~ Wrote to you about the {{ job.title }} role.
~ Wrote to you about the work at {{ company.name }}.
~ Wrote to you about your open role.
? Tools-wise, it's {{ offer.skills }}.

{% if offer.reader == "peer" %}Do you run into that as well?{% elsif offer.reader == "recruiter" %}Does that tick a \
box on your list?{% else %}Is that nearer to your problem?{% endif %}
| {% if offer.reader == "peer" %}How does that go on your end?{% else %}Any use to you?{% endif %}
+ Yes, no and wrong person are all fine answers.
+ If it's somebody else's corner, point me there.

== value_add any
subject: {{ job.title }}: side by side on a page
| Want the one-page version?
? Read that {{ offer.news }}.
? The advert also wants someone to {{ offer.need }}.
| There's also the bit where someone has to {{ offer.need }}.
~ There's also this bit: "{{ offer.need_quote }}".
? Over at {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

I can put the advert's points and my work side by side on one page, nothing else on it.
| What the advert wants on the left, what I've done on the right, one page: I can make you that.
{% if offer.reader == "peer" %}Which row would you put on top?{% else %}Want it?{% endif %}
| {% if offer.reader == "peer" %}What's missing from the advert that should be on it?{% else %}Should I send it \
over?{% endif %}
+ Blank where I've got nothing.
+ No attachments until you say go.
+ It reads faster than a résumé.

== question any
subject: {{ job.title }}: what's broken first?
| One more on the {{ job.title }} work
? Read that {{ offer.news }}.
? Over at {{ offer.employer }}, I {{ offer.result }}.
| I {{ offer.result }}.

If a new {{ job.title }} could fix one thing on day one, what would it be?
| What's the first thing you'd hand a new {{ job.title }}?
~ What's the first thing you'd hand somebody new?
+ If it's nothing I can do, I'll tell you straight.
+ Wrong person? Point me at the right one.
+ A few words will do.
+ Asking because I'd rather know before I send you anything else.

== final any
subject: {{ job.title }}: signing off
| Last one about {{ job.title }}
Last one from me about the {{ job.title }} role.
| Signing off on the {{ job.title }} role; you won't hear from me about it again.
~ Last one from me about this.
? For the archive: I {{ offer.result }}.
| For the archive: over at {{ offer.employer }}, I {{ offer.result }}.

If it ever comes up again, you know where to find me.
| Should you want to talk shop some day, just reply.
+ No reply needed.
+ All the best with it.
+ Thanks for reading along.
"""
