#include "storage/my_work.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "storage/work_subjects.h"

namespace doorstep::storage::my_work {
namespace {

using domain::work::Band;

// Everything open of one account, which is some dozens of rows: ordered, counted and cut into pages here,
// because a database sorts by copying such wide rows.
sql::Query const select_open{"my_work.open", std::string(R"sql(
    SELECT w.id, w.kind, w.case_file_id, w.report_id, w.subject_id, w.due_on, w.high_risk,
        coalesce(c.reference, ''), coalesce(c.title, ''), coalesce(r.reference, ''), )sql" PRESSING_OF(
                                                 "c.", "r.") R"sql(
    FROM work_item w LEFT JOIN case_file c ON c.id = w.case_file_id LEFT JOIN report r ON r.id = w.report_id
    WHERE w.account_id = :account AND w.done_at IS NULL AND (c.id IS NULL OR )sql") +
                                                 std::string(visible_case) + ")"};

// Each subject is looked for only where its kind has it (work_subjects.h).
sql::Query const select_subjects{"my_work.subjects", R"sql(
    SELECT p.id, coalesce(n.name, p.description) FROM case_person p LEFT JOIN person n ON n.id = p.person_id
        WHERE p.id {in:people}
    UNION ALL SELECT id, what FROM plan_step WHERE id {in:steps}
    UNION ALL SELECT id, what FROM case_task WHERE id {in:tasks}
    UNION ALL SELECT id, referred_to FROM intervention WHERE id {in:referrals}
    UNION ALL SELECT id, coalesce(nullif(description, ''), original_name) FROM file WHERE id {in:files}
    UNION ALL SELECT id, addressee FROM message WHERE id {in:messages}
    UNION ALL SELECT id, words FROM legal_deadline WHERE id {in:legal}
)sql"};

/// Where the subjects of these kinds are kept.
struct Subjects {
    std::vector<std::string> people, steps, tasks, referrals, files, messages, legal;

    std::vector<std::string>* of(domain::work::Kind kind) {
        using domain::work::Kind;
        switch (kind) {
            case Kind::contact:
            case Kind::first_contact:
            case Kind::tell_officers:
            case Kind::tell_rights:
            case Kind::message_reply:
                return &people;
            case Kind::plan_step:
                return &steps;
            case Kind::task:
                return &tasks;
            case Kind::referral_answer:
                return &referrals;
            case Kind::unread_file:
                return &files;
            case Kind::text_to_send:
            case Kind::tell_them:
            case Kind::message_failed:
            case Kind::letter_to_post:
            case Kind::letter_returned:
                return &messages;
            case Kind::legal_deadline:
            case Kind::legal_oversight:
                return &legal;
            case Kind::triage:
            case Kind::risk_assessment:
            case Kind::plan:
            case Kind::approval:
            case Kind::pause_ends:
            case Kind::survey_concern:
            case Kind::restricted_opening:
            case Kind::access_request:
            case Kind::access_answer:
                break;
        }
        return nullptr;
    }
};

// Chains say when they last changed, so that only cases with news are read.
sql::Query const select_changes{"my_work.changes", R"sql(
    SELECT c.reference, c.title, e.at, e.kind, e.actor_name
    FROM case_file c
    JOIN event_chain h ON h.chain_id = c.id AND h.changed_at > :since
    JOIN event e ON e.chain_id = c.id AND e.at > :since
    WHERE c.owner_id = :account AND c.state <> 'closed' AND e.actor_id IS DISTINCT FROM :account
    ORDER BY e.at DESC, c.id, e.sequence DESC LIMIT :limit
)sql"};

sql::Query const select_read_at{"my_work.changes_read_at", R"sql(
    SELECT read_at FROM changes_read WHERE account_id = :account
)sql"};
sql::Query const put_read_at{"my_work.set_changes_read_at", R"sql(
    INSERT INTO changes_read (account_id, read_at) VALUES (:account, :at)
    ON CONFLICT (account_id) DO UPDATE SET read_at = excluded.read_at
)sql"};

WorkCounts counted(std::vector<WorkRow> const& rows, Date today) {
    WorkCounts counts;
    for (auto const& row : rows) {
        auto const band = domain::work::band(row.item.due_on, today);
        ++counts.by_band[static_cast<std::size_t>(band)];
        if (band >= Band::next_seven_days && (!counts.next_due_on || row.item.due_on < *counts.next_due_on))
            counts.next_due_on = row.item.due_on;
    }
    return counts;
}

struct InOrderOfDuty {
    Date today;
    static bool presses(WorkRow const& row) {
        return row.item.high_risk || row.pressing.in_danger || row.pressing.self_harm;
    }
    bool operator()(WorkRow const& one, WorkRow const& other) const {
        auto const band = domain::work::band(one.item.due_on, today);
        auto const other_band = domain::work::band(other.item.due_on, today);
        if (band != other_band) return band < other_band;
        if (band == Band::overdue && one.item.due_on != other.item.due_on)
            return one.item.due_on < other.item.due_on;
        if (presses(one) != presses(other)) return presses(one);
        if (one.item.due_on != other.item.due_on) return one.item.due_on < other.item.due_on;
        return one.item.id.text() < other.item.id.text();
    }
};

/// What each row is about.
void add_words(sql::Read& tx, std::vector<WorkRow>& rows) {
    Subjects wanted;
    for (auto const& row : rows) {
        if (auto* subjects = wanted.of(row.item.kind)) subjects->push_back(row.item.subject);
    }
    auto const people = sql::json_list(wanted.people);
    auto const steps = sql::json_list(wanted.steps);
    auto const tasks = sql::json_list(wanted.tasks);
    auto const referrals = sql::json_list(wanted.referrals);
    auto const files = sql::json_list(wanted.files);
    auto const messages = sql::json_list(wanted.messages);
    auto const legal = sql::json_list(wanted.legal);
    std::unordered_map<std::string, std::string> words;
    words.reserve(rows.size());
    tx.each(select_subjects,
            {{"people", people},
             {"steps", steps},
             {"tasks", tasks},
             {"referrals", referrals},
             {"files", files},
             {"messages", messages},
             {"legal", legal}},
            [&](sql::Row& row) {
                std::string id;
                std::string said;
                row.read(id, said);
                words.emplace(std::move(id), std::move(said));
            });
    auto const words_of = [&](std::string const& id) {
        auto const found = words.find(id);
        return found == words.end() ? std::string() : found->second;
    };
    for (auto& row : rows) {
        if (wanted.of(row.item.kind)) row.about = words_of(row.item.subject);
    }
}

}  // namespace

DueList due(sql::Read& tx, WorkPage const& page, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters{{"account", page.account}};
    add_scope(parameters, scope);
    auto rows = tx.all(select_open, parameters, [&](sql::Row& row) {
        WorkRow found;
        auto& item = found.item;
        item.account = page.account;
        row.read(item.id, item.kind, item.case_file, item.report, item.subject, item.due_on, item.high_risk,
                 found.case_reference, found.case_title, found.report_reference, found.pressing.high_risk,
                 found.pressing.assessed, found.pressing.in_danger, found.pressing.self_harm);
        return found;
    });
    DueList list;
    list.counts = counted(rows, page.today);
    if (page.band)
        std::erase_if(rows, [&](WorkRow const& row) {
            return domain::work::band(row.item.due_on, page.today) != *page.band;
        });
    std::sort(rows.begin(), rows.end(), InOrderOfDuty{page.today});
    auto const size = static_cast<int>(rows.size());
    list.pages = std::max(1, (size + page.size - 1) / page.size);
    list.page = std::clamp(page.number, 1, list.pages);
    auto const first = (list.page - 1) * page.size;
    auto const last = std::min(first + page.size, size);
    list.rows.assign(std::move_iterator(rows.begin() + first), std::move_iterator(rows.begin() + last));
    add_words(tx, list.rows);
    return list;
}

std::vector<ChangeRow> changes(sql::Read& tx, AccountId account, Instant since, int limit) {
    return tx.all(
        select_changes, {{"since", since}, {"account", account}, {"limit", limit}}, [](sql::Row& row) {
            ChangeRow change;
            row.read(change.case_reference, change.case_title, change.at, change.kind, change.actor_name);
            return change;
        });
}

std::optional<Instant> changes_read_at(sql::Read& tx, AccountId account) {
    return tx.value<Instant>(select_read_at, {{"account", account}});
}

void set_changes_read_at(sql::Write& tx, AccountId account, Instant at) {
    tx.run(put_read_at, {{"account", account}, {"at", at}});
}

}  // namespace doorstep::storage::my_work
