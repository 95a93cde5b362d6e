"""Replies that neither want to go on nor refuse, as busy people write them; all made up."""

from __future__ import annotations

NEUTRAL = """
Who is this?
How did you get my email?
I'm not the right person for this. Try Dana Wu in talent acquisition.
I've moved on from Acme. Best to contact hr@acme.example.
Not now, but check back in Q3.
We're in a hiring freeze until January. Feel free to ping me then.
Let me think about it and get back to you.
Thanks, received.
Got it, thanks.
I'll pass it along.
I am out of the office until March 3 with limited access to email.
Thank you for your message. I'm on parental leave; for urgent matters contact ops@acme.example
Swamped right now. Circle back in a month?
What is RoleFerry?
Is this automated?
Could you clarify what you're asking for?
Maybe later in the year.
Bad timing - we're mid reorg. Try me after the summer.
Please apply through our careers page.
All applications go through https://jobs.acme.example
I don't handle hiring, that would be HR.
Let me check with my manager.
I think you meant to write to the other John Park.
Sorry, who?
Which role are you referring to?
Are you a recruiter?
This is better suited for my colleague Erin, erin@acme.example.
Thanks for reaching out. I'll review and get back to you if there's a fit.
Your message has been received. Ticket #48213 has been created.
Hmm, not sure. Let me discuss internally.
I no longer work there.
Could you resend? The attachment didn't open.
We've had to stop the project, so things are in flux. Let's see in spring.
Traveling this week, will reply properly when I'm back.
Noted.
Thanks for the info.
Can you remind me what this is about?
Ich bin bis zum 12. August nicht im Büro.
Wrong person, sorry.
We may be hiring later this year, keep in touch.
Check with our recruiting team at talent@acme.example
ok
I'm in meetings all day, will look at this tonight.
Please contact Maria Lopez, who leads that group now.
Reach out again after our funding closes in May.
Did you mean to send this to me?
We need to remove the blocker on headcount first. Ask me again in two weeks.
Not my area. Jen might know.
Thanks - I'll keep this in mind.
Interesting, but the timing's off. Touch base in the fall?
I'm just an intern here
Acknowledged, forwarding to HR for their records.
What company are you with?
The position is on hold for now. We'll know more next quarter.
Can you stop by the office to drop the form with reception? HR handles it.
To unsubscribe users from our app we use a cron job - is that the kind of thing you worked on?
Remind me in September please
Sorry for the delay, things are hectic. Will look this weekend.
Do I know you?
I'm the wrong Chris Taylor
HR deals with this: jobs@north.example
You'd want to speak with Olu in People Ops.
We're waiting on budget approval, should know more in about 6 weeks.
Thanks for your email. I am currently on annual leave returning Monday 8 June.
Hello, I am no longer with Brightline. Please direct enquiries to info@brightline.example.
Let's revisit in the new year.
Is this for the analyst job or something else?
Got your message.
I'd need to run this by my cofounder first.
What's this regarding?
Not at the moment but please reach out again in spring.
I'm not involved in hiring decisions, sorry. Maybe ask the team lead.
We post everything on our careers site, have a look there.
Can you send this again in a month or so?
How did you come across my profile?
Received with thanks.
Can't open the link you sent.
This address is not monitored. Please use the contact form.
I'm at a conference this week, bear with me.
Maybe. Depends on the budget.
Will get back to you after the board meeting.
Okay thanks for letting me know
We're restructuring so nothing is certain until Q2; feel free to check in then.
I changed departments, Rosa Lind took over my role.
Busy, later
Let me see what I can find out.
Could be, could be not. I'll ask around.
The stop sign project is on my plate until May, ask me after.
Don't email me the file, it bounces. Put it on Drive.
Please do not contact our CEO directly, go through recruiting@acme.example.
Hmm. What exactly do you want from me?
I'll think about it.
On sabbatical till October.
Ask me again once we've closed the round.
No idea, honestly. HR would know.
You have the wrong email, I'm in facilities.
I'm only the office manager, you'd have to speak with Henrik.
Ok, noted, thanks.
Thank you for contacting Northwind. A member of our team will respond within 2 business days.
We're not hiring now but things may change in the second half of the year, so do stay in touch.
Can I ask where you got my details?
Too early to say. We'll plan hiring in November.
The person who runs that is on leave, write to her in June.
Haven't had a chance to read this yet.
Hiring is handled centrally, see our jobs page.
I left the firm in January.
Could you give me some context?
Crazy week. Try me in ten days.
Interesting, but I can't act on it before our planning in September.
Let me forward this to someone who might know.
Sorry, I don't remember meeting you. Have we spoken?
Will discuss with the team and revert.
Bin diese Woche auf Messe, melde mich danach.
Je transmets à mon collègue.
Message received, I will read it later.
Please resend with the job number in the subject line.
Seems ok, I'd have to check the budget first.
We don't know yet if we'll hire.
Is this about the Berlin opening?
Thanks, will keep your resume on file and contact you if something opens up.
We send unsubscribe links in all our mails, is that what you mean?
Our mailing list software is down, write to me next week.
Not sure yet. Write again when summer is over.
Sorry who are you and why do you write to me?
I've handed this to HR.
You should ask Bill, he decides on hires.
Thank you, we will be in touch if we need anything.
Away until the 9th. For anything urgent call reception.
Let's talk in March when the budget is set.
I retired last year.
Can you explain what you mean by sequence?
Please use our portal to apply.
Will read it tomorrow.
Possibly. I need to ask my partner first.
We do our planning in Q4, that would be a better moment.
Thanks for following up, still no decision on our side.
I'm not the one you want, that's Gwen.
Too busy to look at it today.
Your email went to my spam folder, just saw it. Will come back to you.
Which company is this about?
We haven't decided yet whether to backfill the role.
OK.
Please stop by reception and leave it there, thanks.
I'm not certain this is for me. Who should have got it?
Thanks. I need a bit of time to consider.
My inbox is a mess, please send again next week.
We have a hiring pause until the merger is through, try in autumn.
That would be a question for Lars, our head of people.
I have no say in this, ask personnel.
Hi, I'm on my honeymoon, back in two weeks.
Where are you writing from?
Your application has been received and is under review.
No news yet, sorry.
This might become relevant in 2027.
Please send applications to hr@south.example.
Okay.
Can't say at the moment, we're waiting for numbers.
Wrong Anna, I think.
Thanks, I've saved this.
I had to stop reading halfway, will finish tonight.
Thanks for your email. I'm currently out of the office and will respond when I return.
I'm not the hiring manager. You may want to contact our HR department.
Can you provide more context on why you're reaching out to me?
We're not hiring at the moment, but please check back in a few months.
Thanks for the note. I'll take a look and get back to you.
I'm forwarding this to our recruiting team.
Please submit your application through our website.
Who gave you my contact info?
Let me check with the team and circle back.
Thanks for sharing.
I've been on vacation, just catching up on emails.
Not sure if we have anything, but I'll ask around.
Maybe in the future.
What position are you applying for?
Thanks for reaching out. I'm not the right person, but I've forwarded your email to our HR team.
I'm out of office until Monday.
We're not currently hiring, but we'll have openings next quarter. Please follow up then.
Thank you. We'll review your profile and be in touch if there is a match.
I'm traveling right now. Can you follow up in two weeks?
What is this in reference to?
I don't handle recruiting. Please reach out to Emily.
Your email has been forwarded to the appropriate department.
Please check our careers page for open positions.
Who referred you to me?
Not sure if this is for me or someone else on the team.
I'll keep you in mind.
Let me get back to you next week.
Received, thank you.
We're removing the old postings from the site, look again next week.
I'm unsubscribing from LinkedIn, so mail is better. What is this about?
Our opt-out rate is high, is this what you fixed?
The end of the month is better, write me again then.
Let me take this off-list and ask HR.
I never got your first email.
We deleted my old account, use this address from now on.
Enough on my plate this week, ask me again on Monday.
I'm blocked until Thursday, will reply then.
""".strip().split("\n")
