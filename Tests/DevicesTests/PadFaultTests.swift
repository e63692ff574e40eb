import Circulation
import Devices
import Pretend
import Testing

/// Every fault, in every mixture, with one rule: what the driver says about an alarm is true at that moment.
@Suite struct PadFaultTests {
    /// Counts what happened, so that a campaign that never met the hard cases fails.
    struct Tally {
        var alarms = 0
        var failures = 0
        var givenUp = 0
    }

    @Test func whatIsSaidAboutAnAlarmIsTrue() throws {
        var tally = Tally()
        for seed in 0..<400 { try storm(UInt64(seed), &tally) }
        #expect(tally.alarms > 1000)
        #expect(tally.failures > 100)
        #expect(tally.givenUp > 0)
    }

    private func storm(_ seed: UInt64, _ tally: inout Tally) throws {
        var dice = SplitMix(seed)
        let uids = (0..<4).map { TagUID(0xE004_0100_0000_0001 + UInt64($0)) }
        var bench = PadBench(try uids.map { try Pad810Tests.book($0) })
        bench.pieceSize = dice.below(3) * 5
        var wishes: [Wish] = []
        var checked = 0
        for _ in 0..<40 where bench.gaveUp == nil {
            for _ in 0...dice.below(3) { disturb(&bench.pad, uids, &dice) }
            let wish = Wish.setAlarm(uids[dice.below(4)], isOn: dice.below(2) == 0)
            wishes.append(dice.below(4) == 0 ? .read(uids[dice.below(4)]) : wish)
            bench.wish(wishes[wishes.count - 1])
            // Wishes one after the other: only then is the memory of now the memory of the answer.
            var patience = 40
            while bench.gaveUp == nil, bench.answers.count < wishes.count, patience > 0 {
                bench.run(.milliseconds(250))
                patience -= 1
            }
            for answer in bench.answers[checked...] { check(answer, in: bench, seed, &tally) }
            checked = bench.answers.count
        }
        if bench.gaveUp == nil {
            #expect(bench.answers.count == wishes.count, "seed \(seed): a wish got no answer, or two")
        } else {
            tally.givenUp += 1
        }
    }

    private func check(_ answer: DeviceEvent, in bench: PadBench, _ seed: UInt64, _ tally: inout Tally) {
        switch answer {
        case .alarm(let uid, let isOn):
            tally.alarms += 1
            let tag = bench.pad.tags.first { $0.uid == uid }
            #expect(tag?.isAlarmOn == isOn, "seed \(seed): the driver says what the tag does not")
        case .failed: tally.failures += 1
        case .ready, .scanned, .pad, .read: break
        }
    }

    private func disturb(_ pad: inout PretendPad, _ uids: [TagUID], _ dice: inout SplitMix) {
        let uid = uids[dice.below(4)]
        switch dice.below(12) {
        case 0: pad.faults.nextAnswersLost = 1 + dice.below(3)
        case 1: pad.faults.nextAnswersGarbled = (0..<4).map { _ in dice.below(2) == 0 }
        case 2: pad.faults.nextAnswersLate = 1
        case 3: pad.faults.noise = (0..<(1 + dice.below(9))).map { _ in UInt8(dice.below(256)) }
        case 4: pad.faults.noise = [0xD6, 0x04, 0x00]
        case 5: pad.faults.flicker = [uid]
        case 6: pad.faults.tornWrites = Array(repeating: .saysWrittenButIsNot, count: 1 + dice.below(6))
        case 7: pad.faults.tornWrites = [.writesButSaysNothing]
        case 8: pad.lift(uid)
        case 9, 10:
            if !pad.tags.contains(where: { $0.uid == uid }), let book = try? Pad810Tests.book(uid) { pad.put(book) }
        default: break
        }
    }

    /// Two pads' worth of rubbish, split anywhere: the driver neither crashes nor believes any of it.
    @Test func rubbishIsNeverBelieved() throws {
        for seed in 0..<50 {
            var dice = SplitMix(UInt64(seed))
            var bench = try Pad810Tests.bench()
            bench.run(.seconds(1))
            let actions = bench.driver.received(
                (0..<5000).map { _ in [0xD6, 0x00, UInt8(dice.below(256))][dice.below(3)] })
            #expect(actions.isEmpty, "seed \(seed)")
            bench.run(.seconds(5))
            #expect(bench.events.last == .pad([Pad810Tests.a, Pad810Tests.b]), "seed \(seed)")
            #expect(bench.gaveUp == nil, "seed \(seed)")
        }
    }
}
