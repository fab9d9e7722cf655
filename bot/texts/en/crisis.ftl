# Somebody is in danger. Short, calm, numbers first.
crisis-maybe = If I understand rightly, things are very hard. These numbers are there for it.

crisis-danger-now = <b>Please call 112 right now.</b> They will tell you what to do.
crisis-missing = <b>Please call 112 right now.</b> There is no need to wait a day. It helps to say what the person was wearing and where they were last seen.
crisis-voices = That must be very hard. <b>What matters now is that nobody gets hurt.</b> Please move away from anything sharp, stay near someone you trust, and call:
crisis-someone-else = It is good that you noticed. <b>Please do not leave this person alone.</b> You can ask them directly about thoughts of dying: it does no harm. If something may happen now, call 112 at once.
crisis-suicide = It is good that you wrote this. <b>You do not have to carry it alone.</b> A person will answer and listen, without judging. If something may happen now: 112.
crisis-suicide-child = It is good that you wrote this. <b>You do not have to keep it inside.</b> Call or write: someone will listen and will not judge you. If something may happen now: 112.
crisis-self-harm = It is good that you wrote this. There is something behind such pain, and <b>you can talk to someone about it</b>, without being judged. If a wound bleeds badly: 112.
crisis-self-harm-child = It is good that you wrote this. <b>You do not have to keep it inside</b>, and nobody here will judge you. If a wound bleeds badly: 112.
crisis-violence = <b>This is not all right, and it is not the fault of the one it is done to.</b> In danger: 112. On these numbers someone will listen calmly and say what can be done:
crisis-violence-child = <b>Nobody has the right to hurt you, and it is not your fault.</b> If you are afraid right now, call 112. Here someone will listen to you:
crisis-sexual-violence = <b>It is not the fault of the one it happened to.</b> In danger: 112. On these numbers someone will listen calmly and say what can be done:
crisis-sexual-violence-child = <b>It is not your fault, and you may tell someone</b>, even if you were told not to. If you are afraid right now, call 112. Here someone will listen to you:
crisis-child-harm = <b>If a child is in danger now: 112.</b> You do not need to be sure or have proof. It is enough to say what you see and hear.
crisis-no-roof = <b>It is not safe to stay out in the frost.</b> Call 112 and say where it is. Until then, go in somewhere warm.

crisis-line-112 = emergency number, day and night
crisis-line-116111 = for children and teenagers, day and night
crisis-line-800121212 = the Children’s Ombudsman’s line, day and night; some shifts in Ukrainian and Russian
crisis-line-116123 = for adults in crisis, day and night
crisis-line-116sos = chat: you can write
crisis-line-800702222 = for people in mental crisis, day and night
crisis-line-800120002 = the Blue Line for people who suffer violence at home, day and night, free
crisis-line-centre = the Centre’s number
crisis-line-centre-noted = { $note }

crisis-cannot-speak = Cannot talk now? In the chat at 116sos.pl you can write.
crisis-leave-no-trace = If someone may look into the phone, it is safer to delete this conversation afterwards.
crisis-nobody-reads = <b>Nobody at the Centre is reading this now.</b> On these numbers somebody will answer.
crisis-somebody-reads = Somebody at the Centre is at the chat now and may write back. Please do not wait with the call, though.
