import Circulation
import Kiosk
import Words

// MARK: Borrowing and returning: the sentence on top, the counts, the rows

extension ViewMaker {
    func fillBorrow(_ view: inout View, _ session: Screen.Session) {
        (view.title, view.aside, view.mood) = borrowSentence(session)
        view.counts = counts(session, done: .countBorrowed)
        view.rows = session.rows.map(line)
        view.notice = session.notice.map { [warning($0)] } ?? []
    }

    func fillReturn(_ view: inout View, _ session: Screen.Session) {
        (view.title, view.aside, view.mood) = returnSentence(session)
        view.counts = counts(session, done: .countReturned)
        view.rows = session.rows.map(line)
        view.notice = session.notice.map { [warning($0)] } ?? []
    }

    /// What to do comes before what has been done: a book that was lifted too early outranks everything.
    private func borrowSentence(_ session: Screen.Session) -> (String, String?, View.Mark?) {
        guard !session.rows.isEmpty else {
            guard let name = session.name else { return (text(.borrowFirst), nil, nil) }
            return (text(.borrowFirstNamed, ["name": .text(name)]), nil, nil)
        }
        if let quick = session.rows.first(where: { if case .quick = $0.life { true } else { false } }) {
            return (text(.borrowQuick, ["title": .text(title(of: quick))]), text(.borrowQuickMore), .warn)
        }
        if session.isWorking { return (text(.borrowWorking), text(.borrowWorkingMore), nil) }
        let borrowed = session.borrowed
        if borrowed == session.rows.count {
            return (text(.borrowAll, ["n": .number(borrowed)]), text(.borrowMore), .done)
        }
        let rest = session.rows.count - borrowed
        return (text(.borrowPartial, ["a": .number(borrowed), "b": .number(rest)]), nil, .warn)
    }

    private func returnSentence(_ session: Screen.Session) -> (String, String?, View.Mark?) {
        guard !session.rows.isEmpty else { return (text(.returnFirst), nil, nil) }
        if session.isWorking { return (text(.returnWorking), nil, nil) }
        let isAll = session.done == session.rows.count
        return (text(.returnDone, ["n": .number(session.done)]), text(.returnMore), isAll ? .done : .warn)
    }

    private func counts(_ session: Screen.Session, done label: Phrase) -> [View.Count] {
        guard session.onPad > 0 || !session.rows.isEmpty else { return [] }
        let done = label == .countBorrowed ? session.borrowed : session.done
        var counts = [
            View.Count(is: .seen, number: session.onPad, label: text(.countPad)),
            View.Count(is: .done, number: done, label: text(label)),
        ]
        if session.troubled > 0 && label == .countBorrowed {
            counts.append(View.Count(is: .warn, number: session.troubled, label: text(.countTrouble)))
        }
        return counts
    }
}

extension Screen.Session {
    /// Books that are this patron's now, with nothing left to do for them: those they had before count too.
    fileprivate var borrowed: Int {
        rows.filter { row in
            switch row.life {
            case .done, .inHouse, .yours: true
            case .asking, .inDoubt, .lent, .quick, .needsPad, .unwritable, .refused, .returning, .arming, .returned:
                false
            }
        }.count
    }
}

// MARK: A book's own line

extension ViewMaker {
    func title(of row: Row) -> String { row.title ?? text(.rowNoTitle) }

    /// Dates on the page look like "Friday 11 December"; only the words know how.
    func date(_ day: LocalDate) -> String { words.date(day, in: scene.language) }

    private func due(_ due: Due) -> String? {
        if let date = due.date { return text(.rowDue, ["date": .date(date)]) }
        return due.text.map { text(.rowDueText, ["text": .text($0)]) }
    }

    private func line(_ row: Row) -> View.Line {
        let said = saying(row)
        return View.Line(
            id: row.item.text, is: said.mark, icon: said.icon, title: title(of: row), word: text(said.word),
            note: said.note, to: said.to, onPad: row.isOnPad)
    }

    private struct Saying {
        var mark: View.Mark
        var icon: View.Icon
        var word: Phrase
        var note: String?
        var to: String?
    }

    private func saying(_ row: Row) -> Saying {
        let slow = row.isSlow ? text(.rowLongNote) : nil
        switch row.life {
        case .asking, .returning, .arming:
            return Saying(mark: .work, icon: .work, word: .rowAsking, note: slow ?? text(.rowAskingNote))
        case .inDoubt: return Saying(mark: .work, icon: .work, word: .rowInDoubt, note: text(.rowInDoubtNote))
        case .lent: return Saying(mark: .work, icon: .work, word: .rowLent, note: text(.rowLentNote))
        case .done(let when): return Saying(mark: .done, icon: .done, word: .rowDone, note: due(when))
        case .inHouse: return Saying(mark: .done, icon: .info, word: .rowDone, note: text(.itemInHouse))
        case .quick: return Saying(mark: .warn, icon: .warn, word: .rowQuick, note: text(.rowQuickNote))
        case .needsPad: return Saying(mark: .warn, icon: .warn, word: .rowNeedsPad, note: text(.rowNeedsPadNote))
        case .unwritable: return Saying(mark: .stop, icon: .staff, word: .rowStaff, note: text(.rowStaffNote))
        case .yours(let when): return Saying(mark: .done, icon: .done, word: .rowYours, note: due(when))
        case .refused(let why): return Saying(mark: .stop, icon: .staff, word: .rowRefused, note: text(why))
        case .returned(let route):
            let to = route.toStaff ? text(.rowToStaff) : route.bin.map { text(.rowTrolley, ["bin": .text($0)]) }
            return Saying(mark: .done, icon: .done, word: .rowReturned, to: to)
        }
    }
}
