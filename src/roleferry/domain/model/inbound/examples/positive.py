"""Replies that want to go on, as busy people write them; all made up."""

from __future__ import annotations

POSITIVE = """
Sure, happy to chat. How's Thursday at 3?
Interesting background. Can you send your resume?
Yes! Let's talk. Here's my Calendly: calendly.com/dana-r
This is timely, we're actually about to open a req for exactly this. When are you free?
Sounds good, give me a call at 555-0134 tomorrow afternoon.
Thanks for reaching out. I'd love to learn more about the migration you led.
ok send it over
Tell me more.
I'm intrigued. What was the team size on that project?
Could you share some examples of your work?
Great note. Looping in Priya from our talent team to set something up.
Forwarding this to our VP of Engineering, she'll want to see it.
Let's do it. Tues 10am ET works on my end.
Happy to connect. My assistant Lee will find a time.
What's your availability next week?
Are you open to contract work? We may have something.
Nice to hear from you. Would you be able to come by the office on Friday?
yes pls
Yep, interested. Details?
I like how specific this was. Do you have 20 minutes this week?
Can you do a quick zoom tomorrow?
Definitely worth a conversation. I'm slammed this week but the week of the 14th is wide open.
We're hiring for two roles like that. Please apply via the link and mention my name, I'll flag it to the recruiter.
Thanks for the note! Cc'ing Marcus who runs that team. Marcus, meet Ana.
What are your salary expectations?
Love this. Send me your CV and a couple of times that work for you.
Absolutely, would be glad to speak. Please grab a slot here: https://cal.example/jo
Your timing is great - our last data lead just left. Free to talk Monday?
Hi Sam, thanks for thinking of us. I'd be interested in hearing more, perhaps a call next Wednesday?
I passed your resume to our hiring manager and she'd like to talk to you.
sounds interesting, whats your notice period
Ja gerne, wann passt es Ihnen?
Sí, me interesa. ¿Puedes mandarme tu CV?
Oui, avec plaisir. Êtes-vous disponible jeudi ?
Not usually one to answer cold emails, but this was good. Let's talk.
No problem at all, happy to help. When works for a call?
I don't mind the cold email at all, in fact I'd like to hear how you cut that latency.
Can't do Tuesday but Wednesday at 2 would work.
We don't have a posting up yet, but I'd like to meet you before we write one.
Good stuff. Ping me on my cell 415 555 0101.
Let me introduce you to Karen, she owns this. Karen, see below.
I'm adding our recruiter to this thread so you two can schedule an intro call.
Works for me!
Please send over a brief portfolio and we'll review it with the team this week.
Sure thing. Do you have experience with Kubernetes as well?
Thanks, this caught my eye. Who else have you worked with in payments?
Impressive. Would you consider relocating to Austin?
That resonates - we are struggling with exactly that. Can we set up 30 min?
Send me the one-pager please
yes, 4pm
👍 let's find a time
Would love to. My calendar link is in my signature.
I'd be open to a short call.
How did you get churn down that much? I want to hear this story.
Please go ahead and book time with me.
Quick one: are you authorized to work in the US? If so let's talk.
Hi - are you still looking? We have an opening.
Can you hop on a call today?
Happy to take a look at your resume.
We should talk.
Looks like a fit to me, I'll get you in front of the team.
I'd welcome a conversation. Early next month suits me, say the 3rd?
great, lets set something up
Sounds great, looking forward to it!
We had to stop the project last year, but your experience would help us restart it. Can we talk?
Your note about removing manual steps is what we need. When can you talk?
Take me through how you did it, Friday?
Don't stop there, tell me the rest! Are you around Thursday?
Hey Jordan, this is great. Mind jumping on a call with me and our CTO next week?
I'd be curious to hear how you approached the pricing work. Got 15 mins?
Thursday's no good, but Friday before noon is.
Ok you have my attention. What did the dashboard actually do?
Resume please.
Sure. 2pm?
Could be relevant. Do you have a portfolio link?
Coincidentally we just got approval for this headcount. Please send your CV to me directly.
Appreciate the note Sam. Yes, open to a conversation. I'll have Tanya reach out with times.
Very relevant to what we're building. Let's find a slot.
Our recruiter Mel will be in touch to schedule.
Not sure about the title, but the work sounds right. Let's discuss.
I showed this to our head of product and she wants to meet.
Are you based in Denver? We need someone on site twice a week.
Yes I'd be happy to chat, though I should warn you we're a small team.
Please share your availability for the coming week.
Sounds like you've solved the exact issue we have. Would love to pick your brain.
Go on...
how much do you charge?
Sure, I have a few minutes Wed afternoon. Call my office line.
Reply all: Dave, can you get this person in for an interview?
This is a good pitch. Let's see if the substance matches. Monday 9?
Absolutely! When can you start? Just kidding, let's talk first.
Send the one page over, I'm happy to read it.
I'm in. Let me know when.
You should talk to Nina on my team - copying her here.
Happy to put in a referral for you. Send me the job link and your resume.
hi, can we do a video call on the 12th
What sort of role are you after? We have a couple of things brewing.
I'll have my EA send an invite.
Good timing!! are u free today
We would be keen to explore this further.
Sí, hablemos el jueves.
Gern, schicken Sie mir bitte Ihren Lebenslauf.
I normally delete these, but the bit about on-call rotation got me. Let's talk.
We need to stop losing customers at checkout, which you seem to know about. Free Tuesday?
Please remove the salary line and resend your resume, then I'll forward it to the team.
Don't bother with the portal, just send me your resume.
Happy to be contacted again, any day next week works.
No more applications please, we want to talk to you! When are you free?
Hi Lena, your mail landed at the right moment. Could you do Thursday 10:00?
Let me know a few times that suit you and I'll send a Teams link.
Curious - was that with Postgres or something else?
Nice. I'd like to see the one-pager you mentioned.
We're looking for someone to own this. Where can I read more about you?
Happy to have an exploratory chat.
My boss liked your note. She asked me to set up 30 minutes with you.
You seem like someone we should know. Coffee next week?
Could you forward me your CV so I can share it with the panel?
Yes, please.
Forwarded to our hiring manager, expect a mail from her.
Sending you an invite for Friday.
What are you looking for in your next role?
We might have something. Can you tell me about your experience with SAP?
Thanks for writing. Let's talk, my number is 555 0182.
OK, I'll bite. How would you fix our onboarding?
That's exactly our pain. What would be the next step?
It would be good to connect. I'm around all of next week except Monday.
I've put you in for the screening round, HR will email you a link.
I am happy to speak with you. Does 3 pm CET work?
Good morning, I'm interested in learning more.
Do you have references I can call?
Not bad at all. Send details.
Sure, why not. When?
I don't have an opening today but I'd still like to talk to you about spring hiring.
Would Tuesday suit?
We've been trying to solve this for a year. I would very much like to hear how you did it.
I gave your name to Petra, she runs platform and is hiring.
Don't stop emailing me, just make it weekly! And yes, let's talk.
Please take me off mute by calling my cell, happy to talk.
Hey! Yes, very much up for it. Thursday or Friday?
Could you walk us through that project some time this week?
This would be right up our alley. Got a CV?
Thx for the mail. We'd be glad to see you in Leeds for a coffee.
Please share your CV, I'll make sure the right people see it.
We may well have something for you. What's your background in finance?
I'd like to hear more about it, over lunch perhaps?
Fine by me. Half past nine?
Reach me at 555 0170, mornings are best.
Would you be interested in a six month contract instead?
Good to e-meet you. Let's get something in the diary.
You had me at "cut the backlog by half". When can we talk?
What would it take to get you here?
I've added Jo from recruiting, she will find a slot.
I'm intrigued, although I must say budget is tight. Let's talk anyway.
Do you know Terraform too?
Happy to help. What do you need?
Great, I'd love to take you up on that offer.
Wonderful. Please propose some dates.
Yeah why not, shoot me your resume
Please do contact me again on Monday, I'd like to meet.
Sounds like a plan, book me in for Monday.
We spoke about you in the staff meeting, could you visit us on the 20th?
Who did the design on that? It's lovely. Can you show me more?
Yes to a call, no to a deck. Wednesday?
I read your note twice. We have that very problem. How soon could you start?
Thank you Ana, would you mind sending your references?
Happy to chat but can't promise a role.
Please come and see us.
Interested! Pls send cv
ok call me
Nice one. Send me three dates.
We are hiring in Lisbon, would that suit you?
I shared your message with the founders and they asked for your number.
What's the best number to reach you on?
Keen to learn how you automated the reports.
I can do 15 minutes at noon.
Remove the typo on page two and you're in. Can we meet?
Thanks for reaching out! I'd be happy to set up a call. Are you available Tuesday afternoon?
This looks great. Could you send me your resume and a few examples of past projects?
Yes, I'm interested. Please share more details.
We're actually looking for someone with your background. Let's schedule a call.
Your experience sounds like a good fit. When can you interview?
Sure, let's connect next week.
Great timing! I'd love to chat. Here's my calendar link.
Please send your CV to my email and we'll go from there.
I'd love to learn more about your background.
Can we meet for coffee on Friday?
What times work for you this week?
I'd be happy to refer you internally. Send me your resume.
Sounds great! What are your rates?
Interested. What's your availability?
Hey, thanks for reaching out! Would love to connect. How does Monday look?
This sounds interesting. What kind of role are you looking for?
We have an opening that could be a match. Can you apply and let me know once you have?
Yes, we're hiring. Send me your resume and I'll pass it to the team.
I'm impressed by your results. Let's set up an intro call.
Let's talk! My calendar: cal.com/rob
Can you share more about your experience with AWS?
I'd like to introduce you to our VP of Sales.
Absolutely, I'm free Thursday at 2pm EST.
Send over your availability.
Interested, but I'd need to know your salary expectations first.
Thanks for your message. Please send me your portfolio so I can have a look.
Good to hear from you. Are you open to relocation?
Yes please send more info
We could use help with this actually. What would you propose?
Your project caught my attention. Do you have time for a quick call?
Stop by any time, I'm in the office all week.
Don't leave me hanging, what was the result?
Call me, don't email. 555 0199. I'd like to talk.
My colleague can remove you from the waiting list and book you for Monday.
I'll take you off the shortlist and put you straight into the final round.
Do contact me when you're in town, happy to meet.
Quit your job and join us! When can we talk?
Please don't contact HR, contact me directly, I'm interested.
""".strip().split("\n")
