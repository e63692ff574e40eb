import Circulation
import Devices
import Kiosk
import SIP2

// MARK: The line to the library system

extension Station {
    mutating func lineUp(_ now: Instant, _ clock: LocalTime) {
        line.dialAt = nil
        run(conversation.connected(at: now, clock: clock), now, clock)
    }

    mutating func lineDown(_ now: Instant, _ clock: LocalTime) {
        lineWent(now)
        run(conversation.disconnected(at: now), now, clock)
        lineLost(now, clock)
    }

    /// Called for every way in which a line can end; harmless when nothing was on it.
    private mutating func lineLost(_ now: Instant, _ clock: LocalTime) {
        run(ledger.lost(at: now, &log), now, clock)
        run(ledger.lineIsGone(), now, clock)
        guard line.dialAt == nil else { return }
        line.rest =
            line.rest == .zero ? settings.redial.lowerBound : min(line.rest + line.rest, settings.redial.upperBound)
        line.dialAt = now + line.rest
    }

    /// A short break is not an outage; a line that never gets as far as being ready is one.
    private mutating func lineWent(_ now: Instant) {
        guard line.isReady else { return }
        (line.isReady, line.goneSince) = (false, now)
    }

    private mutating func hangUp(_ now: Instant, _ clock: LocalTime) {
        lineWent(now)
        outputs.append(.hangUp)
        run(conversation.disconnected(at: now), now, clock)
        lineLost(now, clock)
    }

    mutating func run(_ acts: [Conversation.Act], _ now: Instant, _ clock: LocalTime) {
        for act in acts {
            switch act {
            case .send(let bytes): outputs.append(.send(bytes))
            case .ready(let status):
                line.status = status
                line.rest = .zero
                line.isReady = true
                line.goneSince = nil
            case .answer(let frame):
                let answer = Dialogue.answer(
                    frame, charset: settings.line.charset, hasPIN: ledger.isCheckingPIN)
                run(ledger.answered(answer, at: now, &log), now, clock)
            case .lost: run(ledger.lost(at: now, &log), now, clock)
            case .hangUp: hangUp(now, clock)
            }
        }
    }

    mutating func askNext(_ now: Instant, _ clock: LocalTime) {
        while conversation.isReady, !conversation.isBusy {
            let before = ledger.errand
            run(ledger.next(at: now, mayChange: isJournalGood, &log), now, clock)
            if ledger.errand == before { return }
        }
    }

    mutating func run(_ acts: [Ledger.Act], _ now: Instant, _ clock: LocalTime) {
        for act in acts {
            switch act {
            case .ask(let question):
                run(Dialogue.ask(question, on: &conversation, at: now, clock: clock), now, clock)
            case .hangUp: hangUp(now, clock)
            case .tell(let event): run(kiosk.handle(event, at: now, clock: clock), now, clock)
            case .lent(let item, let visit, let entry, let unlocks, let title, let due):
                lent(item, visit, entry, unlocks: unlocks, title: title, due, now, clock)
            case .returned(let item, let visit, let entry, let arms, let title, let route):
                returned(item, visit, entry, arms: arms, title: title, route, now, clock)
            }
        }
    }

    private mutating func lent(
        _ item: ItemBarcode, _ visit: Int?, _ entry: EntryNumber, unlocks: Bool, title: String?, _ due: Due,
        _ now: Instant, _ clock: LocalTime
    ) {
        let onPad = pad.uids(of: item)
        if let visit {
            let news = SelfService.ItemNews.lent(title: title, due, unlocks: unlocks, hasTag: !onPad.isEmpty)
            run(kiosk.handle(.item(visit: visit, item, news), at: now, clock: clock), now, clock)
        }
        guard unlocks, settings.kiosk.hasPad else { return }
        let acts = alarms.want(item, isOn: false, visit: visit, after: entry, onPad: onPad, &log)
        run(acts, now, clock)
    }

    private mutating func returned(
        _ item: ItemBarcode, _ visit: Int?, _ entry: EntryNumber, arms: Bool, title: String?, _ route: Route,
        _ now: Instant, _ clock: LocalTime
    ) {
        let onPad = pad.uids(of: item)
        let arms = arms && settings.kiosk.hasPad
        if let visit {
            let news = SelfService.ItemNews.returned(title: title, route, arms: arms && !onPad.isEmpty)
            run(kiosk.handle(.item(visit: visit, item, news), at: now, clock: clock), now, clock)
        }
        guard arms else { return }
        let acts = alarms.want(
            item, isOn: true, visit: onPad.isEmpty ? nil : visit, after: entry, onPad: onPad, &log)
        run(acts, now, clock)
    }
}

// MARK: The kiosk and the journal

extension Station {
    mutating func run(_ effects: [SelfService.Effect], _ now: Instant, _ clock: LocalTime) {
        for effect in effects {
            switch effect {
            case .identify(let visit, let patron, let pin): ledger.identify(patron, pin, visit: visit)
            case .borrow(let visit, let item, let patron):
                ledger.want(.checkout, item, patron, visit: visit)
                if ledger.mistake == .unlocksFirst {
                    let onPad = pad.uids(of: item)
                    run(alarms.want(item, isOn: false, visit: visit, after: 0, onPad: onPad, &log), now, clock)
                }
            case .giveBack(let visit, let item): ledger.want(.checkin, item, nil, visit: visit)
            case .heal(let item):
                guard alarms.stillAlarmed.contains(item) else { continue }
                let onPad = pad.uids(of: item)
                run(alarms.want(item, isOn: false, visit: nil, after: 0, onPad: onPad, &log), now, clock)
            case .endVisit(let visit, let patron):
                ledger.end(visit: visit, patron: patron, &log)
                alarms.end(visit: visit, pad: pad, &log)
            case .print(let document):
                jobs += 1
                paper = (jobs, kiosk.visit)
                outputs.append(.print(job: jobs, document))
            }
        }
    }

    mutating func committed(_ entry: EntryNumber, _ now: Instant, _ clock: LocalTime) {
        isJournalGood = true
        let isReady = conversation.isReady && !conversation.isBusy
        run(ledger.committed(entry, isReady: isReady, &log), now, clock)
        run(alarms.committed(entry, pad: pad), now, clock)
    }
}

// MARK: Devices

extension Station {
    mutating func withDevice(
        _ port: Port, _ now: Instant, _ clock: LocalTime, _ work: (inout Supervisor) -> [Action]
    ) {
        guard let index = devices.firstIndex(where: { $0.port == port }) else { return }
        run(work(&devices[index]), port, now, clock)
    }

    private mutating func run(_ actions: [Action], _ port: Port, _ now: Instant, _ clock: LocalTime) {
        for action in actions {
            switch action {
            case .write(let bytes): outputs.append(.write(port, bytes))
            case .wake: break  // kept by the supervisor
            case .tell(let event): heard(event, now, clock)
            case .giveUp:
                outputs.append(.close(port))
                portClosed(port, now, clock)
            }
        }
    }

    mutating func portClosed(_ port: Port, _ now: Instant, _ clock: LocalTime) {
        guard let index = devices.firstIndex(where: { $0.port == port }) else { return }
        devices[index].closed(at: now)
        guard port.role == .pad else { return }
        pad.forget()
        alarms.padVanished()
        run(kiosk.handle(.padGone, at: now, clock: clock), now, clock)
        padChanged(now, clock)
    }

    private mutating func heard(_ event: DeviceEvent, _ now: Instant, _ clock: LocalTime) {
        switch event {
        case .ready: break
        case .scanned(let scan): scanned(scan, now, clock)
        case .pad(let tags):
            let before = pad.tags
            for uid in pad.snapshot(tags) { wish(.read(uid), now, clock) }
            if pad.tags != before { padChanged(now, clock) }
        case .read(let uid, let memory):
            pad.read(uid, memory)
            padChanged(now, clock)
        case .alarm(let uid, let isOn):
            run(alarms.alarm(uid, isOn: isOn, pad: pad, &log), now, clock)
        case .failed(.read(let uid), _): pad.notRead(uid)
        case .failed(.setAlarm(let uid, let isOn), let failure):
            run(alarms.failed(uid, isOn: isOn, failure, &log), now, clock)
        }
    }

    private mutating func scanned(_ scan: Scan, _ now: Instant, _ clock: LocalTime) {
        let event: SelfService.Event
        switch settings.barcodes.meaning(of: scan.text) {
        case .patron(let patron): event = .cardScanned(patron)
        case .item(let item): event = .itemScanned(item)
        case .neither: event = .notUnderstood
        }
        run(kiosk.handle(event, at: now, clock: clock), now, clock)
    }

    private mutating func padChanged(_ now: Instant, _ clock: LocalTime) {
        let items = pad.items
        if items != kiosk.pad { run(kiosk.handle(.pad(items), at: now, clock: clock), now, clock) }
        run(alarms.padChanged(pad), now, clock)
        alarms.dropAbsent(pad, &log)
    }

    private mutating func run(_ acts: [Alarms.Act], _ now: Instant, _ clock: LocalTime) {
        for act in acts {
            switch act {
            case .wish(let wish): self.wish(wish, now, clock)
            case .tell(let event): run(kiosk.handle(event, at: now, clock: clock), now, clock)
            }
        }
    }

    private mutating func wish(_ wish: Wish, _ now: Instant, _ clock: LocalTime) {
        withDevice(Port(.pad), now, clock) { $0.asked(wish, at: now) }
    }
}
