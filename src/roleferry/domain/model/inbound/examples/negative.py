"""Replies that refuse, without asking for silence, as busy people write them; all made up."""

from __future__ import annotations

NEGATIVE = """
Not interested.
No thanks.
Thanks but we're all set.
We've filled the position, best of luck.
Not at this time.
We're not hiring right now.
I'll pass.
We are going with another candidate.
Unfortunately we don't have anything that matches your background.
No.
nope
Not a fit for us, good luck with your search.
This isn't relevant to me.
We don't accept unsolicited applications.
We've decided to move forward with other candidates.
I appreciate the persistence, but the answer is still no.
Cute. No.
Wow, a personalized email, I feel so special. Hard pass.
We don't sponsor visas, so this won't work.
Thank you for your interest, however we will not be proceeding.
After careful consideration we regret to inform you that you were not selected.
Please don't pitch me.
We already have someone for this.
There's no budget for this and there won't be.
Our team is fully staffed.
I don't see a match here.
Sorry, can't help you.
Appreciate you reaching out but I'm not looking to expand the team.
Thanks for thinking of us, but it's a no from me.
we r good thx
That role was closed last month.
Not for us.
I don't take cold calls.
I'm going to decline.
Kein Interesse.
Pas intéressé, merci.
No me interesa, gracias.
This is spam.
I have no idea why you think I'd want this.
You clearly didn't read our job posting. We need 10 years of embedded C.
While your experience is impressive, we need someone local.
Thank you but no.
Nah we're fine
I wish I could help but we have nothing open.
We only work with agencies, sorry.
We do not have any openings matching your skills at present.
Best of luck elsewhere!
Please respect our process; direct emails to executives are not appreciated.
We've laid off half of the team, so obviously no.
Not looking to add anyone, though I wish you well.
Interesting background, but we're looking for someone more senior.
Unfortunately the position has been filled.
I would be interested, but our board killed the headcount. Sorry.
If I had a dollar for every one of these emails... no.
not the right fit
We stopped hiring in Q1.
Hi, thanks, but we don't need anyone for this.
We'll pass on this one.
Appreciate it but no.
No longer hiring for that.
The search is over, we made an offer last week.
Sorry, you don't have the qualifications we require.
Not something we're looking for.
We're a two person shop, there's no role here.
I'm afraid we can't offer you anything.
Your experience isn't aligned with what we need.
no need
Respectfully, no.
lol no
That's a bold email. We'll stick with our current process, thanks.
How charming. Our answer hasn't changed.
I'm sure you're great but we have no use for this.
We've chosen to go in another direction.
Thank you for applying. We will not be moving your application forward.
Already got a guy for that.
Did you even look at our website? We sell cheese.
Unfortunately your profile doesn't match our requirements.
It's not going to happen.
not for me, cheers
There are currently no vacancies.
We prefer to hire locally.
Thanks for reaching out! We aren't looking for outside help.
Please don't take this the wrong way but this is exactly the sort of email I delete.
We decided not to fill the role.
This doesn't interest me.
I have zero interest in this.
We've got it covered internally.
Keine Vakanzen, tut mir leid.
Wir haben uns für einen anderen Kandidaten entschieden.
Merci mais nous n'avons pas de poste à pourvoir.
The team went a different way. All the best with your search!
Great resume, sadly the role is gone.
We opted out of using contractors this year.
We removed that role from our list last month.
I'm not in a position to help, sorry.
Thanks, but this isn't for us.
We have no plans to grow the team.
You're not what we need.
We went with an internal candidate.
I'd rather not.
That position no longer exists.
Thank you for your message but we're not considering outside applicants.
This isn't a priority and won't be.
Nothing for you here I'm afraid.
We regret that we cannot offer you a position.
Not interested at all.
Oh great, another one of these. No.
Very flattering. But we're good.
Don't think so.
We're cutting staff, not adding.
The board said no.
Our client has already selected someone.
You lack the experience we look for.
I have to say no to this one.
This role requires a security clearance you don't hold.
We do everything in house.
Bit presumptuous, don't you think? We'll manage without.
Wow. Do people actually reply to this stuff?
Bad fit.
We only promote from within.
It's a pass from us, thanks for the effort though!
We don't do remote, so this can't work.
Doesn't look like a match, good luck out there.
Appreciate the outreach. We're happy with our current team.
Sorry to disappoint, but no.
Nein, danke.
Désolé, ce n'est pas possible.
Lo siento, no estamos contratando.
Helaas, wij hebben geen plek.
Position's filled.
We had to remove two people from the team, so no hiring.
We're fine as we are.
It's not what we're after, sorry.
Hi, we don't hire through cold emails.
No openings.
I don't think there is a fit.
Thanks but we just hired.
Sorry mate, no budget.
The job went to someone else.
Not our thing.
We've stopped looking.
I have no need of your services.
You are overqualified for this.
I'd say no, but best wishes.
Another day, another cold email. Not biting.
We rejected your application last month and that stands.
How nice that you "noticed" our growth. We just fired 40 people.
Please apply common sense: we are a law firm, we do not need a chef.
At present we have no requirement.
Can't see this working.
We are only looking at people with a PhD.
Sorry, this one is not going anywhere.
Must decline, sorry.
We removed the posting and stopped interviews.
We can't opt out of our agency contract, so no direct hires.
Don't need any help, thanks.
We're not the company for you.
I won't be taking this further.
You've applied four times, please accept our decision.
This is not how we hire.
We've no vacancy.
Sorry, you're too late, we hired in May.
Thanks, but I'm good.
I'm sorry but I will have to turn this down.
Never.
Honestly? It reads like a template. No thank you.
Not convinced.
Lovely letter, wrong company. We don't employ engineers.
We have shut down the office.
I don't want a call.
We had 300 applicants, you didn't make the shortlist.
The role requires German, which you don't speak.
Thank you, but we are not interested at this time.
We've decided to go with another candidate.
We don't have any open roles right now.
Sorry, we're not looking for anyone at the moment.
I don't think this is a good fit.
No thank you.
The role has already been filled.
Unfortunately, we're not able to move forward.
We have no need for this.
Thanks for your interest but we're going in a different direction.
I'm not interested in this opportunity.
We're not taking on anyone new.
Please don't waste my time.
Thanks, but we're not looking to hire at this time.
Not interested, thank you.
We already filled this role.
I appreciate the email but I don't have anything for you.
We're going to pass.
This isn't what we're looking for.
No, thank you. Good luck with your search!
Sorry, we only hire through our agency partners.
We're not able to offer you a position.
I don't think we'd be a good fit.
There's no position available at our company right now.
After reviewing your background, we decided to move forward with other applicants.
I'm sorry, but we have no openings.
Please don't take it personally but no.
I have no interest in continuing this conversation.
Wow, so generic. Pass.
We don't need more emails about this, the role is closed.
Stop me if I'm wrong, but you have no Java experience. Pass.
We ended the search.
There are no more positions.
No further questions, we've made our choice.
We can't stop working with our agency.
Thank you for your application. We will delete your data after six months as required by law.
""".strip().split("\n")
