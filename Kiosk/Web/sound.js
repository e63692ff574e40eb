// Earcons: short plucked tones, told apart by rhythm as well as by pitch. Each has a visual twin on the screen.
import { isSoundOn } from "./comfort.js";

const pitch = { G4: 392, A4: 440, C5: 523.25, E5: 659.26, G5: 783.99 }; // Hz
const earcons = { // [note, ms, gap in ms after it]
    card: [["C5", 90, 0]],
    book: [["E5", 70, 0]],
    done: [["G5", 140, 0]],
    all: [["C5", 90, 0], ["E5", 90, 0], ["G5", 90, 0]],
    back: [["A4", 70, 60], ["A4", 70, 0]],
    ask: [["E5", 120, 0], ["C5", 120, 0]],
    stop: [["G4", 260, 0]],
};
const loudness = 0.16; // of full scale
const played = "lectern-sound-number";
let context = null;

/** Plays a sound once: when its number is greater than the last one's. The first seen after a start is old news. */
export function hear(sound) {
    if (!sound) return;
    const last = sessionStorage.getItem(played);
    sessionStorage.setItem(played, sound.number);
    if (last === null || sound.number <= Number(last) || !isSoundOn()) return;
    play(earcons[sound.name] ?? []);
}

function play(notes) {
    context ??= new AudioContext();
    if (context.state === "suspended") context.resume();
    let at = context.currentTime + 0.01;
    for (const [note, length, gap] of notes) {
        const tone = new OscillatorNode(context, { type: "triangle", frequency: pitch[note] });
        const volume = new GainNode(context, { gain: 0 });
        const end = at + length / 1000;
        volume.gain.setValueAtTime(0, at);
        volume.gain.linearRampToValueAtTime(loudness, at + 0.008);
        volume.gain.exponentialRampToValueAtTime(0.001, end + 0.06);
        tone.connect(volume).connect(context.destination);
        tone.start(at);
        tone.stop(end + 0.08);
        at = end + gap / 1000;
    }
}
