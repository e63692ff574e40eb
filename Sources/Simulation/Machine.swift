import Circulation
import Devices
import Kiosk
import Pretend
import Station

// MARK: The kiosk's computer: start, crash, disk, ports

extension World {
    mutating func boot() throws {
        isRunning = true
        handled = []  // a station that starts knows of no visit
        note(1, [], "the station starts with \(disk.count) entries")
        let recovered = Recovered(replaying: disk)
        station = Station(recovered: recovered, settings: settings, mistake: options.mistake, at: instant)
        try perform(station.start(at: instant, clock: clock))
    }

    /// What was not on disk is gone. Bytes on their way to the library are not.
    mutating func crash() {
        seen.restarts += 1
        note(2, [], "CRASH, \(unwritten.count) entries lost")
        isRunning = false
        life += 1
        unwritten = []
        isCommitting = false
        isDiskFull = false
        isLineUp = false
        agenda.add(.boots, at: now + random.number(1500...4000))
    }

    /// A crash can happen before, between and after the parts of a step.
    private mutating func crashesHere() -> Bool { swarm.crashes && !isCalm && random.chance(1) }

    mutating func feed(_ input: Input) throws {
        note(3, [], "in  \(input)")
        rowsBefore = rows
        try perform(station.handle(input, at: instant, clock: clock))
        rememberHandled()
        try checkScreen()
    }

    private mutating func perform(_ step: Station.Step) throws {
        if crashesHere() { return crash() }
        if !step.entries.isEmpty {
            for entry in step.entries {
                count(entry)
                note(16, "\(entry)".utf8, "log \(entry)")
            }
            unwritten += step.entries
            if !isCommitting, !isDiskFull {
                isCommitting = true
                agenda.add(.commits, at: now + random.number(1...(swarm.disk ? 80 : 12)))
            }
        }
        for output in step.outputs {
            if crashesHere() { return crash() }
            try perform(output)
        }
        if let wake = station.nextWake {
            wakeTicket += 1
            let (seconds, attoseconds) = wake.sinceStart.components
            let at = Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
            agenda.add(.wake(wakeTicket), at: max(now, at))
        }
    }

    private mutating func perform(_ output: Output) throws {
        switch output {
        case .open(let port): open(port)
        case .close(let port): note(4, [], "out close \(port)")
        case .write(let port, let bytes):
            guard port.role == .pad, isPadThere else { return }
            agenda.add(.padHears(bytes), at: now + random.number(1...10))
        case .dial: agenda.add(.dialled, at: now + random.number(10...200))
        case .send(let bytes): try send(bytes)
        case .hangUp: hangUp()
        case .print(let job, _):
            agenda.add(.station(.printed(job: job, isDone: random.chance(900))), at: now + 800)
        case .show(let shown): note(5, shown.display.screen.name.rawValue.utf8, "out \(shown.display.screen)")
        }
    }

    private mutating func open(_ port: Port) {
        if port.role == .pad, !isPadThere {
            agenda.add(.station(.closed(port, reason: "not there")), at: now + 20)
        } else {
            agenda.add(.station(.opened(port)), at: now + random.number(5...50))
        }
    }

    // MARK: Disk

    mutating func commit() throws {
        guard isCommitting, isRunning, !isDiskFull else { return }
        if crashesHere() { return crash() }
        disk += unwritten
        note(6, [], "disk has \(disk.count)")
        unwritten = []
        isCommitting = false
        if crashesHere() { return crash() }
        try feed(.committed(disk.count))
    }

    /// Comes in pairs: the disk fills up, and later there is room again.
    mutating func failJournal() throws {
        guard isRunning else { return }
        guard !isDiskFull else { return try repairJournal() }
        guard !isCalm else { return }
        seen.journalFailures += 1
        isDiskFull = true
        isCommitting = false
        agenda.add(.journalFails, at: now + random.number(1000...9000))
        try feed(.journalFailed)
    }

    private mutating func repairJournal() throws {
        isDiskFull = false
        isCommitting = true
        try commit()
    }

    // MARK: The pad

    mutating func losePad() throws {
        guard isPadThere else { return }
        seen.padsLost += 1
        isPadThere = false
        agenda.add(.padComesBack, at: now + random.number(500...9000))
        if isRunning { try feed(.closed(Port(.pad), reason: "unplugged")) }
    }

    mutating func padHears(_ bytes: [UInt8]) throws {
        guard isPadThere else { return }
        addFaults()
        let before = pad.tags
        let torn = pad.faults.tornWrites.count
        let answer = pad.received(bytes)
        seen.tornWrites += torn - pad.faults.tornWrites.count
        for (old, new) in zip(before, pad.tags) where old.afi != new.afi { try alarmChanged(new) }
        note(7, answer, "pad answers \(answer.count) bytes")
        guard !answer.isEmpty else { return }
        if random.chance(150), answer.count > 3 {
            let cut = random.number(1...(answer.count - 1))
            agenda.add(.station(.received(Port(.pad), Array(answer[..<cut]))), at: now + 5)
            agenda.add(.station(.received(Port(.pad), Array(answer[cut...]))), at: now + 9)
        } else {
            agenda.add(.station(.received(Port(.pad), answer)), at: now + random.number(3...20))
        }
    }

    private mutating func addFaults() {
        guard swarm.tags, !isCalm else {
            if isCalm { pad.faults = PretendFaults() }
            return
        }
        if random.chance(8) { pad.faults.nextAnswersLost += random.number(1...2) }
        if random.chance(5) { pad.faults.nextAnswersGarbled.append(random.chance(500)) }
        if random.chance(5) { pad.faults.noise = [0xD6, 0x00, 0x55] as [UInt8] }
        if random.chance(15), let tag = pad.tags.first { pad.faults.flicker = [tag.uid] }
        if random.chance(60), pad.faults.tornWrites.count < 3 {
            pad.faults.tornWrites.append(random.chance(500) ? .saysWrittenButIsNot : .writesButSaysNothing)
        }
    }
}
