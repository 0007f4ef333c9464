#!/bin/sh
# Makes ../resources/io/kouxin/nlp/speech/memos: sales memos spoken by flite's four 16 kHz voices and coded as a
# phone codes them, AMR-NB at 12.2 kbit/s. memos.tsv holds the spoken words. Needs flite, sox and libsox-fmt-all.
set -eu
cd "$(dirname "$0")/../resources/io/kouxin/nlp/speech/memos"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
rm -f ./*.amr
printf 'file\twords\n' > memos.tsv

speak() { # speak NAME VOICE TEXT [TEXT]: a second text is spoken after a pause of two seconds
  name=$1
  voice=$2
  flite -voice "$voice" -t "$3" -o "$work/one.wav"
  if [ $# -gt 3 ]; then
    flite -voice "$voice" -t "$4" -o "$work/two.wav"
    sox -D "$work/one.wav" -p pad 0 2 | sox -D - "$work/two.wav" "$work/memo.wav"
  else
    sox -D "$work/one.wav" "$work/memo.wav"
  fi
  # -C 7 is 12.2 kbit/s; the quiet before and after is what a thumb on a button leaves.
  sox -D "$work/memo.wav" -C 7 -r 8000 -c 1 -t amr-nb "$name.amr" pad 0.4 0.4
  words=$(printf '%s %s' "$3" "${4-}" | tr 'A-Z' 'a-z' | tr -cs "a-z'" ' ' | sed 's/^ *//; s/ *$//')
  printf '%s\t%s\n' "$name.amr" "$words" >> memos.tsv
}

speak endoscopy-pain rms "I visited Doctor Johnson at the city hospital this morning. After the joint endoscopy the patients complain about pain, and he thinks the pain management is not good enough. Our pump is more expensive than the one they use now. I will go back next Wednesday at three p m."
speak price-objection rms "The purchasing manager at Green Valley hospital says our price is twenty percent higher than the other company. She wants a better offer before the end of the month. I promised to send a new quote by Friday."
speak trial-request rms "Doctor Brown wants to try the new ultrasound machine for two weeks. He asked who will train the nurses. I need to bring the demo unit next Monday morning and ask our engineer to come with me."
speak delivery-late slt "The order from last month has not arrived. The customer is very angry and said they will cancel the contract if we are late again. Please ask the warehouse today and call me back."
speak after-sales rms "The monitor in the emergency room broke down twice this week. The head nurse was not happy with our service. They want a replacement tomorrow, and they want to know how long the warranty lasts."
speak two-visits rms "First I met Doctor Smith in the surgery department. He likes the new product, but he has no budget until January. I will call him next Tuesday." "Then I went to see Doctor Miller at the children's hospital. She needs three sample boxes before Thursday afternoon, and she asked about the side effects."
speak competitor-visit kal16 "Another company visited this hospital last week and offered a big discount. The director is thinking about changing the supplier. We should arrange a dinner with him and show the results of the study."
speak good-news rms "Good news. The committee approved our request and they will buy five machines in March. The total amount is three hundred thousand dollars. I will bring the contract on Monday at ten in the morning."
speak training-plan slt "The surgeon wants a training course for six young doctors. He would like to have it in our office in the second week of December. Please prepare the slides and book a hotel."
speak payment-late awb "The hospital still owes us for the last two invoices. The finance office told me they will pay in thirty days. I will visit them again on the first of next month and remind them."
