#include "storage/contacts.h"

namespace doorstep::storage::contacts {
namespace {

sql::Query const insert_contact{"contacts.insert", R"sql(
    INSERT INTO contact (id, case_file_id, case_person_id, made_on, made_time, method, result, summary, still_safe,
        made_by, recorded_at)
    VALUES (:id, :case_file, :person, :made_on, :made_time, :method, :result, :summary, :still_safe, :made_by, :recorded_at)
)sql"};

sql::Query const select_of_case{"contacts.of_case", R"sql(
    SELECT id, case_file_id, case_person_id, made_on, made_time, method, result, summary, still_safe, made_by, recorded_at
    FROM contact WHERE case_file_id = :case_file ORDER BY made_on DESC, made_time DESC, id DESC LIMIT :limit
)sql"};

sql::Query const select_listed{"contacts.listed_of_case", R"sql(
    SELECT c.id, c.case_file_id, c.case_person_id, c.made_on, c.made_time, c.method, c.result, c.summary, c.still_safe,
        c.made_by, c.recorded_at, coalesce(p.name, k.description, ''), coalesce(a.name, '')
    FROM contact c LEFT JOIN case_person k ON k.id = c.case_person_id LEFT JOIN person p ON p.id = k.person_id
    LEFT JOIN account a ON a.id = c.made_by
    WHERE c.case_file_id = :case_file ORDER BY c.made_on DESC, c.made_time DESC, c.id DESC LIMIT :limit OFFSET :offset
)sql"};

sql::Query const select_conversations{"contacts.conversation_days", R"sql(
    SELECT made_on FROM contact WHERE case_person_id = :person AND result = 'conversation' ORDER BY made_on
)sql"};

// Of one day, what was written down later came later.
sql::Query const select_unanswered{"contacts.unanswered_since", R"sql(
    SELECT m.made_on FROM contact m WHERE m.case_person_id = :person AND m.result = 'message-received'
        AND NOT EXISTS (SELECT 1 FROM contact t WHERE t.case_person_id = :person AND t.result = 'conversation'
            AND (t.made_on > m.made_on OR (t.made_on = m.made_on AND t.recorded_at >= m.recorded_at)))
    ORDER BY m.made_on LIMIT 1
)sql"};

sql::Query const select_intervals{"contacts.intervals_of_case", R"sql(
    SELECT id, case_person_id, kind, started_on, due_on, ended_on, kept, standard
    FROM contact_interval WHERE case_file_id = :case_file ORDER BY due_on, started_on, id
)sql"};

sql::Query const select_intervals_of_person{"contacts.intervals_of_person", R"sql(
    SELECT id, case_person_id, kind, started_on, due_on, ended_on, kept, standard
    FROM contact_interval WHERE case_file_id = :case_file AND case_person_id = :person ORDER BY started_on, kind, id
)sql"};

sql::Query const insert_interval{"contacts.insert_interval", R"sql(
    INSERT INTO contact_interval (id, case_file_id, case_person_id, kind, started_on, due_on, ended_on, kept, standard)
    VALUES (:id, :case_file, :person, :kind, :started_on, :due_on, :ended_on, :kept, :standard)
)sql"};

sql::Query const update_interval{"contacts.update_interval", R"sql(
    UPDATE contact_interval SET kind = :kind, started_on = :started_on, due_on = :due_on, ended_on = :ended_on,
        kept = :kept, standard = :standard
    WHERE id = :id
)sql"};

sql::Query const delete_interval{"contacts.delete_interval", "DELETE FROM contact_interval WHERE id = :id"};

Contact read_contact(sql::Row& row) {
    Contact c;
    std::string time;
    row.read(c.id, c.case_file, c.person, c.made_on, time, c.method, c.result, c.summary, c.still_safe,
             c.made_by, c.recorded_at);
    c.made_time = TimeOfDay::parse(time);
    return c;
}

StoredInterval read_interval(sql::Row& row) {
    StoredInterval s;
    auto& i = s.interval;
    row.read(s.id, s.person, i.kind, i.started_on, i.due_on, i.ended_on, i.kept, i.standard);
    return s;
}

}  // namespace

void insert(sql::Write& tx, Contact const& contact) {
    tx.run(insert_contact, {{"id", contact.id},
                            {"case_file", contact.case_file},
                            {"person", contact.person},
                            {"made_on", contact.made_on},
                            {"made_time", contact.made_time ? contact.made_time->iso() : ""},
                            {"method", contact.method},
                            {"result", contact.result},
                            {"summary", contact.summary},
                            {"still_safe", contact.still_safe},
                            {"made_by", contact.made_by},
                            {"recorded_at", contact.recorded_at}});
}

std::vector<Contact> of_case(sql::Read& tx, CaseFileId file, int limit) {
    return tx.all(select_of_case, {{"case_file", file}, {"limit", limit}}, read_contact);
}

std::vector<ListedContact> listed_of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_listed, {{"case_file", file}, {"limit", limit}, {"offset", offset}},
                  [](sql::Row& row) {
                      ListedContact listed;
                      auto& c = listed.contact;
                      std::string time;
                      row.read(c.id, c.case_file, c.person, c.made_on, time, c.method, c.result, c.summary,
                               c.still_safe, c.made_by, c.recorded_at, listed.with, listed.made_by);
                      c.made_time = TimeOfDay::parse(time);
                      return listed;
                  });
}

std::optional<Date> unanswered_since(sql::Read& tx, CasePersonId person) {
    return tx.value<Date>(select_unanswered, {{"person", person}});
}

std::vector<Date> conversation_days(sql::Read& tx, CasePersonId person) {
    return tx.values<Date>(select_conversations, {{"person", person}});
}

std::vector<StoredInterval> intervals_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_intervals, {{"case_file", file}}, read_interval);
}

namespace {

std::vector<sql::Parameter> parameters_of(Interval const& i) {
    return {{"kind", i.kind}, {"started_on", i.started_on}, {"due_on", i.due_on}, {"ended_on", i.ended_on},
            {"kept", i.kept}, {"standard", i.standard}};
}

}  // namespace

void insert(sql::Write& tx, CaseFileId file, StoredInterval const& stored) {
    auto parameters = parameters_of(stored.interval);
    parameters.emplace_back("id", stored.id);
    parameters.emplace_back("case_file", file);
    parameters.emplace_back("person", stored.person);
    tx.run(insert_interval, parameters);
}

void store_intervals(sql::Write& tx, IdSource& ids, CaseFileId file, CasePersonId person,
                     std::vector<Interval> const& computed) {
    auto const stored =
        tx.all(select_intervals_of_person, {{"case_file", file}, {"person", person}}, read_interval);
    for (std::size_t n = 0; n < computed.size(); ++n) {
        if (n >= stored.size()) {
            insert(tx, file, {IntervalId(ids.next()), person, computed[n]});
        } else if (stored[n].interval != computed[n]) {
            auto parameters = parameters_of(computed[n]);
            parameters.emplace_back("id", stored[n].id);
            tx.run(update_interval, parameters);
        }
    }
    for (std::size_t n = computed.size(); n < stored.size(); ++n)
        tx.run(delete_interval, {{"id", stored[n].id}});
}

}  // namespace doorstep::storage::contacts
