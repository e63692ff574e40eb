import Circulation
import Devices
import Pretend
import Tags
import Testing

/// The real driver against a pad that speaks the real protocol, on a virtual clock.
@Suite struct Pad810Tests {
    static let a = TagUID(0xE004_0100_0000_000A)
    static let b = TagUID(0xE004_0100_0000_000B)
    static let off = Wish.setAlarm(a, isOn: false)

    static func book(_ uid: TagUID, alarmOn: Bool = true) throws -> PretendTag {
        try PretendTag.item(barcode: "3123\(uid.bits & 0xFFFF)", uid: uid, alarmOn: alarmOn, owner: "DE-526")
    }

    static func bench() throws -> PadBench { PadBench([try book(a), try book(b)]) }

    @Test func tellsTheWholePadAgainAndAgain() throws {
        var bench = try Self.bench()
        bench.pad.faults.namesTagsTwice = true
        bench.run(.seconds(1))
        #expect(bench.events.first == .ready(firmware: "10.5.0.2"))
        #expect(bench.events.dropFirst().allSatisfy { $0 == .pad([Self.a, Self.b]) })
        #expect((4...6).contains(bench.events.count))
        bench.pad.lift(Self.a)
        bench.run(.seconds(1))
        #expect(bench.events.last == .pad([Self.b]))
        #expect(bench.answers.isEmpty)
    }

    @Test(arguments: [28, 8, 4, 1], [0, 1, 7])
    func readsWhatTheLibraryWrote(_ blocksAtOnce: Int, _ pieceSize: Int) throws {
        var bench = try Self.bench()
        bench.pieceSize = pieceSize
        bench.pad.faults.blocksAtOnce = blocksAtOnce
        bench.run(.seconds(1))
        bench.wish(.read(Self.a))
        bench.run(.seconds(2))
        guard case .read(Self.a, let memory) = bench.answers.first else {
            Issue.record("\(bench.answers)")
            return
        }
        #expect(memory.bytes.count == 36)
        #expect((memory.dsfid, memory.afi) == (0x3E, 0x07))
        #expect(readTag(bytes: memory.bytes, dsfid: memory.dsfid) == .item(ItemTag(item: "312310", owner: "DE-526")))
    }

    @Test func theAlarmIsOffWhenItIsSaidToBeOff() throws {
        var bench = try Self.bench()
        bench.wish(Self.off)
        bench.run(.seconds(1))
        #expect(bench.answers == [.alarm(Self.a, isOn: false)])
        #expect(bench.pad.tags.first?.afi == 0xC2)
    }

    @Test func aLibraryWithOlderGatesGetsTheirValues() throws {
        var bench = try Self.bench()
        bench.driver.security = .legacy3M
        bench.wish(Self.off)
        bench.run(.seconds(1))
        #expect(bench.answers == [.alarm(Self.a, isOn: false)])
        #expect(bench.pad.tags.first?.afi == 0xDA)
    }

    @Test(arguments: 0...5)
    func aTornWriteIsTriedFiveTimes(_ torn: Int) throws {
        var bench = try Self.bench()
        bench.pad.faults.tornWrites = Array(repeating: .saysWrittenButIsNot, count: torn)
        bench.wish(Self.off)
        bench.run(.seconds(2))
        #expect(bench.answers == [torn < 5 ? .alarm(Self.a, isOn: false) : .failed(Self.off, .notRead)])
        #expect(bench.pad.tags.first?.afi == (torn < 5 ? 0xC2 : 0x07))
    }

    @Test func aLockedAlarmIsReportedAndLeftAlone() throws {
        var bench = try Self.bench()
        var locked = try Self.book(Self.a)
        locked.isAFILocked = true
        bench.pad.put(locked)
        bench.wish(Self.off)
        bench.run(.seconds(1))
        #expect(bench.answers == [.failed(Self.off, .locked)])
    }

    @Test(arguments: 1...12)
    func aBookLiftedAtAnyMomentNeverPassesForSwitchedOff(_ moment: Int) throws {
        var bench = try Self.bench()
        bench.run(.seconds(1))
        let writes = bench.written.count
        bench.meddle = { pad, count in if count == writes + moment { pad.lift(Self.a) } }
        bench.wish(Self.off)
        bench.run(.seconds(1))
        let expected: DeviceEvent = moment <= 2 ? .failed(Self.off, .gone) : .alarm(Self.a, isOn: false)
        #expect(bench.answers == [expected])
    }

    @Test func aWishForABookThatLeftFailsWithoutAsking() throws {
        var bench = try Self.bench()
        bench.run(.seconds(1))
        bench.pad.lift(Self.a)
        bench.run(.seconds(1))
        let writes = bench.written.count
        for _ in 0..<100 { bench.wish(Self.off) }
        #expect(bench.written.count == writes)
        #expect(bench.answers == Array(repeating: .failed(Self.off, .gone), count: 100))
    }

    @Test func wishesForABookThatLeftDoNotStopThePolling() throws {
        var bench = try Self.bench()
        bench.run(.seconds(1))
        bench.pad.lift(Self.a)
        bench.run(.seconds(1))
        bench.pad.faults.nextAnswersLost = 1
        bench.wish(.read(Self.b))
        for _ in 0..<10 { bench.wish(Self.off) }
        bench.run(.seconds(2))
        #expect(bench.answers.count == 11)
        bench.pad.put(try Self.book(Self.a))
        bench.run(.seconds(1))
        #expect(bench.events.last == .pad([Self.a, Self.b]))
    }

    @Test func aFlickeringBookIsStillServed() throws {
        var bench = try Self.bench()
        bench.run(.milliseconds(900))
        bench.pad.faults.flicker = [Self.a]
        while bench.pad.faults.flicker == [Self.a] { bench.run(.milliseconds(50)) }
        #expect(bench.events.last == .pad([Self.b]))
        bench.wish(Self.off)
        #expect(bench.answers == [.alarm(Self.a, isOn: false)])
    }

    @Test func aLostAnswerIsAskedForAgain() throws {
        for lost in 1...2 {
            var bench = try Self.bench()
            bench.run(.seconds(1))
            bench.pad.faults.nextAnswersLost = lost
            bench.wish(Self.off)
            bench.run(.seconds(2))
            #expect(bench.answers == [.alarm(Self.a, isOn: false)])
            #expect(bench.gaveUp == nil)
        }
    }

    @Test func aDeadCableIsGivenUpInTwoSeconds() throws {
        var bench = try Self.bench()
        bench.run(.seconds(1))
        bench.pad.faults.nextAnswersLost = 1000
        bench.run(.milliseconds(2200))
        #expect(bench.gaveUp == "no answer to 3 questions")
        #expect(bench.driver.woke() == [])
        #expect(bench.driver.asked(Self.off) == [.tell(.failed(Self.off, .refused))])
        #expect(bench.driver.received([0xD6, 0x00]) == [])
    }

    @Test func aPortWithoutAPadIsGivenUp() {
        var driver = Pad810()
        var actions = driver.start()
        for _ in 0..<2 { actions = driver.woke() }
        #expect(actions.contains(.wake(after: .milliseconds(600))))
        #expect(driver.woke() == [.giveUp("no answer to 3 questions")])
    }

    @Test func thePadStaysLiveWhileAPileIsWorkedOff() throws {
        let books = try (1...30).map { try Self.book(TagUID(0xE004_0100_0000_0100 + $0)) }
        var bench = PadBench(books)
        bench.run(.seconds(1))
        let start = bench.heard.count
        for book in books {
            bench.wish(.read(book.uid))
            bench.wish(.setAlarm(book.uid, isOn: false))
        }
        bench.run(.seconds(10))
        #expect(bench.answers.count == 60)
        #expect(bench.pad.tags.allSatisfy { $0.isAlarmOn == false })
        var answersSincePad = 0
        var lastPad = bench.heard[start - 1].at
        var longest = Duration.milliseconds(400)  // the pad was resting when the first wish came
        for (at, event) in bench.heard[start...] {
            if case .pad = event {
                #expect(at - lastPad <= longest)
                longest = .milliseconds(300)
                (answersSincePad, lastPad) = (0, at)
            } else {
                answersSincePad += 1
                #expect(answersSincePad <= 8)
            }
        }
    }

    @Test func moreWishesThanFitAreRefusedAndTheOthersKeepTheirOrder() throws {
        var bench = PadBench([try Self.book(Self.a)])
        bench.pad.faults.nextAnswersLost = 1  // the pad is busy while the wishes come
        bench.run(.milliseconds(1100))
        bench.pad.faults.nextAnswersLost = 1
        bench.wish(.read(Self.a))
        for _ in 0..<300 { bench.wish(Self.off) }
        #expect(bench.answers.filter { $0 == .failed(Self.off, .refused) }.count == 44)
        bench.run(.seconds(60))
        let served = bench.answers.filter { $0 != .failed(Self.off, .refused) }
        #expect(served.count == 257)
        if case .read = served.first {} else { Issue.record("the first wish was not served first") }
        #expect(served.dropFirst().allSatisfy { $0 == .alarm(Self.a, isOn: false) })
    }
}
