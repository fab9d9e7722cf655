// Recording a voice note. Where the browser cannot, the button is not there and a file can be added instead.

const LONGEST = 15 * 60; // seconds
const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/** onRecorded(blob, seconds), onTrouble(sentence) */
export function offerRecording(button, words, { onRecorded, onTrouble }) {
  if (!window.MediaRecorder || !navigator.mediaDevices?.getUserMedia) return;
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  if (!type) return;
  button.hidden = false;
  let recorder = null;
  let begun = 0;
  let clock = null;
  const time = button.querySelector(".voice-time");

  const show = (recording) => {
    button.setAttribute("aria-label", words[recording ? "voice-stop" : "voice-record"]);
    button.title = words[recording ? "voice-stop" : "voice-record"];
    button.classList.toggle("recording", recording);
    time.textContent = "";
    clearInterval(clock);
    if (recording) clock = setInterval(tick, 500);
  };
  const tick = () => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (seconds >= LONGEST) recorder?.stop();
  };

  show(false);
  button.addEventListener("click", async () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      onTrouble(words["voice-refused"]);
      return;
    }
    const parts = [];
    recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32000 });
    recorder.addEventListener("dataavailable", (event) => event.data.size && parts.push(event.data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      recorder = null;
      show(false);
      const seconds = Math.max(1, Math.round((performance.now() - begun) / 1000));
      if (parts.length) onRecorded(new Blob(parts, { type }), seconds);
    });
    begun = performance.now();
    recorder.start(1000);
    show(true);
  });
}
