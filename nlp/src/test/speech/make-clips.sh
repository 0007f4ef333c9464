#!/bin/sh
# Makes ../resources/io/kouxin/nlp/speech/clips: two seconds of 440 Hz in every format we read, and some
# files for single tests. Needs an ffmpeg with the encoders libopencore_amrnb, libvo_amrwbenc, libopus and
# libspeex: Debian's (FFMPEG unset), or the one inside the build's own jar
# org/bytedeco/ffmpeg/*-linux-x86_64.jar, unpacked, with its folder as LD_LIBRARY_PATH and FFMPEG=that/ffmpeg.
set -eu
cd "$(dirname "$0")/../resources/io/kouxin/nlp/speech/clips"
ffmpeg=${FFMPEG:-ffmpeg}

make() { # make FILE ARGUMENTS...: two seconds of 440 Hz at half amplitude
  file=$1
  shift
  "$ffmpeg" -hide_banner -loglevel error -y -f lavfi -i "sine=frequency=440:sample_rate=48000:duration=2,volume=4" \
    -map_metadata -1 -fflags +bitexact -flags:a +bitexact "$@" "$file"
}

make amr-nb.amr -ar 8000 -ac 1 -c:a libopencore_amrnb -b:a 12.2k
make amr-wb.amr -ar 16000 -ac 1 -c:a libvo_amrwbenc -b:a 23.85k -f amr
make amr-in-3gp.3gp -ar 8000 -ac 1 -c:a libopencore_amrnb -b:a 12.2k
make opus.ogg -ac 1 -c:a libopus -b:a 24k -f ogg
make speex.ogg -ar 16000 -ac 1 -c:a libspeex -f ogg
make aac-moov-at-end.m4a -ar 44100 -ac 2 -c:a aac -b:a 48k
make aac-moov-in-front.m4a -ar 44100 -ac 2 -c:a aac -b:a 48k -movflags +faststart
make aac-adts.aac -ar 44100 -ac 1 -c:a aac -b:a 48k
make mp3.mp3 -ar 44100 -ac 2 -c:a libmp3lame -b:a 48k
make pcm-8k.wav -ar 8000 -ac 1 -c:a pcm_s16le
make pcm-22k-stereo.wav -ar 22050 -ac 2 -c:a pcm_s16le
make alaw.wav -ar 8000 -ac 1 -c:a pcm_alaw
make flac.flac -ar 16000 -ac 1 -c:a flac
# What a browser records: written to a pipe, so it has no duration, no cues and clusters of unknown size.
make - -ac 1 -c:a libopus -b:a 24k -live 1 -f webm > opus-live.webm

# 3 s of sound, 24 s of silence, 3 s of sound, with discontinuous transmission: 30.00 s in 1,500 frames (the encoder adds one).
"$ffmpeg" -hide_banner -loglevel error -y -f lavfi -i "aevalsrc='0.5*sin(440*2*PI*t)*(lt(t,3)+gte(t,27))':s=8000:d=29.98" \
  -c:a libopencore_amrnb -b:a 12.2k -dtx 1 dtx-30s.amr
# A picture whose name lies.
"$ffmpeg" -hide_banner -loglevel error -y -f lavfi -i "color=c=red:s=64x64" -frames:v 1 -c:v mjpeg -f image2 picture.jpg
mv picture.jpg picture.amr
# A film without a sound track, and a playlist that names another file.
"$ffmpeg" -hide_banner -loglevel error -y -f lavfi -i "color=c=red:s=64x64:d=0.2" -c:v mpeg4 no-sound.mp4
printf '#EXTM3U\n#EXTINF:2,\nmp3.mp3\n' > playlist.m3u8
