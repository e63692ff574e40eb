import Circulation
import Engine
import SIP2
import Station

// MARK: The line and the library at its other end

extension World {
    /// The library's rule that makes a blind resend visible: a repeated checkout renews, as it does in Koha.
    static func library(_ books: [Book]) throws -> (Library, ACS) {
        var rules = Rules()
        rules.repeatedCheckoutRenews = true
        rules.loanLimit = 7
        let library = try Library(inMemory: (), rules: rules)
        let morning = LocalTime(LocalDate(dayNumber: 20_770), hour: 9, minute: 0)
        let due = LocalTime(morning.date.adding(days: 28), hour: 23, minute: 59)
        try library.fill { stock in
            for number in 0..<Visitor.cards { try stock.add(Patron(Visitor.card(number), name: "Reader \(number)")) }
            for book in books {
                try stock.add(Engine.Item(book.item, title: "Title \(book.item)", status: book.status))
                if let holder = book.holder { try stock.lend(book.item, to: holder, at: morning, due: due) }
            }
        }
        return (library, ACS(library: library, settings: DeskSettings()))
    }

    mutating func dialled() throws {
        guard isRunning, !isLineUp else { return }
        if swarm.line, !isCalm, random.chance(200) { return try feed(.lineDown) }
        line += 1
        isLineUp = true
        sessions.append(acs.session())
        note(8, [], "line \(line) is up")
        try feed(.lineUp)
    }

    mutating func send(_ bytes: [UInt8]) throws {
        try checkQuestion(bytes)
        note(9, bytes, "out \(String(decoding: bytes, as: UTF8.self))")
        guard isLineUp else { return }
        agenda.add(.libraryHears(bytes, line: line), at: now + random.number(2...150))
    }

    /// The question may be lost, acted on late, acted on without an answer, answered late, or simply answered.
    mutating func libraryHears(_ bytes: [UInt8], _ sent: Int) throws {
        guard isLineUp, isRunning, sent == line else {
            if !isCalm, random.chance(500) {
                agenda.add(.libraryActsLate(bytes, session: sent - 1), at: now + random.number(1...8000))
            }
            return
        }
        if swarm.line, !isCalm, random.chance(40) {
            seen.dropsBefore += 1
            if random.chance(700) {
                agenda.add(.libraryActsLate(bytes, session: sent - 1), at: now + random.number(1...8000))
            }
            return try dropLine()
        }
        let answers = sessions[sent - 1].received(bytes, at: clock)
        for answer in answers { try checkAnswer(answer) }
        if swarm.line, !isCalm, random.chance(25) {
            seen.dropsAfter += 1
            return try dropLine()
        }
        var wait = random.number(5...300)
        if swarm.slowLibrary, !isCalm, random.chance(15) {
            wait = random.number(9000...14_000)
            seen.lateAnswers += 1
        }
        for answer in answers {
            if random.chance(100), answer.count > 2 {
                let cut = random.number(1...(answer.count - 1))
                agenda.add(.answers(Array(answer[..<cut]), line: sent), at: now + wait)
                agenda.add(.answers(Array(answer[cut...]), line: sent), at: now + wait + 3)
            } else {
                agenda.add(.answers(answer, line: sent), at: now + wait)
            }
        }
    }

    mutating func answered(_ bytes: [UInt8]) throws {
        if bytes.count > 1 { lastAnswer = String(decoding: bytes.prefix(2), as: UTF8.self) }
        try feed(.lineReceived(bytes))
        lastAnswer = ""
    }

    mutating func dropLine() throws {
        guard isLineUp else { return }
        isLineUp = false
        note(10, [], "the line drops")
        if isRunning { try feed(.lineDown) }
    }

    /// The host says so once more when the line is really gone.
    mutating func hangUp() {
        note(11, [], "out hang up")
        if isLineUp { agenda.add(.station(.lineDown), at: now + random.number(0...40)) }
        isLineUp = false
    }
}
