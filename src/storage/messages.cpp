#include "storage/messages.h"

#include "storage/message_rows.h"

namespace doorstep::storage::messages {
namespace {

using domain::messages::Channel;

sql::Query const insert_message{"messages.insert", R"sql(
    INSERT INTO message (id, channel, state, wording, wording_version, language, heading, subject, body, addressee,
        destination, large_print, case_file_id, case_person_id, report_id, side, not_before, attempts, leased_until,
        last_error, check_reason, names_owner_id, names_housing_officer_id, created_by, created_at,
        sent_at, sent_by, sent_how, proof, returned_on, returned_note, cause, numbers_given, version)
    VALUES (:id, :channel, :state, :wording, :wording_version, :language, :heading, :subject, :body, :addressee,
        :destination, :large_print, :case_file, :person, :report, :side, :not_before, :attempts, 0,
        :last_error, :check_reason, :names_owner, :names_housing_officer, :created_by, :created_at,
        :sent_at, :sent_by, :sent_how, :proof, :returned_on, :returned_note, :cause, :numbers, :version)
    ON CONFLICT (cause) DO NOTHING
)sql"};

#define CHANGEABLE                                                                                           \
    "channel = :channel, state = :state, subject = :subject, body = :body, heading = :heading, "             \
    "destination = :destination, not_before = :not_before, attempts = :attempts, last_error = :last_error, " \
    "check_reason = :check_reason, names_owner_id = :names_owner, "                                          \
    "names_housing_officer_id = :names_housing_officer, sent_at = :sent_at, sent_by = :sent_by, "            \
    "sent_how = :sent_how, proof = :proof, returned_on = :returned_on, returned_note = :returned_note, "     \
    "version = version + 1"

sql::Query const update_message{"messages.update",
                                "UPDATE message SET " CHANGEABLE " WHERE id = :id AND version = :version"};
sql::Query const finish_attempt{"messages.after_attempt",
                                "UPDATE message SET leased_until = 0, " CHANGEABLE
                                " WHERE id = :id AND version = :version AND state = 'waiting'"};

sql::Query const select_by_id{"messages.by_id", "SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.id = :id"};
sql::Query const select_by_cause{"messages.by_cause",
                                 "SELECT " MESSAGE_COLUMNS " FROM message m WHERE m.cause = :cause"};
sql::Query const select_of_report{"messages.of_report", "SELECT " MESSAGE_COLUMNS R"sql(
    FROM message m WHERE m.report_id = :report ORDER BY m.created_at, m.id
)sql"};
sql::Query const join_case{"messages.give_to_case", R"sql(
    UPDATE message SET case_file_id = :case_file WHERE report_id = :report AND case_file_id IS NULL
)sql"};
sql::Query const select_of_case{"messages.of_case", "SELECT " MESSAGE_COLUMNS R"sql(
    FROM message m WHERE m.case_file_id = :case_file ORDER BY m.created_at DESC, m.id DESC LIMIT :limit OFFSET :offset
)sql"};
sql::Query const select_count{"messages.count_of_case",
                              "SELECT count(*) FROM message WHERE case_file_id = :case_file"};

sql::Query const select_naming{"messages.waiting_with_officers", "SELECT " MESSAGE_COLUMNS R"sql(
    FROM message m WHERE m.case_file_id = :case_file AND m.state = 'waiting' AND m.names_owner_id IS NOT NULL
    ORDER BY m.created_at, m.id
)sql"};

sql::Query const select_waiting_of_wording{"messages.waiting_of_wording", "SELECT " MESSAGE_COLUMNS R"sql(
    FROM message m WHERE m.case_file_id = :case_file AND m.state = 'waiting' AND m.wording = :wording
    ORDER BY m.created_at, m.id
)sql"};

sql::Query const select_due{"messages.due", R"sql(
    SELECT id FROM message
    WHERE state = 'waiting' AND channel = :channel AND not_before <= :now AND leased_until <= :now
    ORDER BY not_before, id LIMIT :limit
)sql"};
sql::Query const lease_message{"messages.lease", R"sql(
    UPDATE message SET leased_until = :until, attempts = attempts + 1
    WHERE id = :id AND state = 'waiting' AND leased_until <= :now
)sql"};

sql::Query const select_unposted{"messages.unposted_since", "SELECT " MESSAGE_COLUMNS R"sql(
    FROM message m WHERE m.state = 'waiting' AND m.channel = 'letter' AND m.not_before < :before
    ORDER BY m.not_before, m.id LIMIT :limit
)sql"};

Message read_message(sql::Row& row) { return read_message_row(row); }

std::vector<sql::Parameter> changeable(Message const& m) {
    return {{"id", m.id},
            {"channel", m.channel},
            {"state", m.state},
            {"subject", m.subject},
            {"body", m.body},
            {"heading", m.heading},
            {"destination", m.destination},
            {"not_before", m.not_before},
            {"attempts", m.attempts},
            {"last_error", m.last_error},
            {"check_reason", m.check_reason},
            {"names_owner", m.names_owner},
            {"names_housing_officer", m.names_housing_officer},
            {"sent_at", m.sent_at},
            {"sent_by", m.sent_by},
            {"sent_how", m.sent_how},
            {"proof", m.proof},
            {"returned_on", m.returned_on},
            {"returned_note", m.returned_note},
            {"version", m.version}};
}

}  // namespace

bool insert(sql::Write& tx, Message const& m) {
    auto parameters = changeable(m);
    parameters.emplace_back("wording", m.wording);
    parameters.emplace_back("wording_version", m.wording_version);
    parameters.emplace_back("language", m.language);
    parameters.emplace_back("addressee", m.addressee);
    parameters.emplace_back("large_print", m.large_print);
    parameters.emplace_back("case_file", m.case_file);
    parameters.emplace_back("person", m.person);
    parameters.emplace_back("report", m.report);
    parameters.emplace_back("side", m.side);
    parameters.emplace_back("created_by", m.created_by);
    parameters.emplace_back("created_at", m.created_at);
    parameters.emplace_back("cause", m.cause);
    auto const numbers = m.numbers.empty() ? std::string() : numbers_json(m.numbers);
    parameters.emplace_back("numbers", numbers);
    return tx.run(insert_message, parameters) == 1;
}

bool update(sql::Write& tx, Message& message) {
    if (tx.run(update_message, changeable(message)) == 0) return false;
    ++message.version;
    return true;
}

std::optional<Message> find(sql::Read& tx, MessageId id) {
    return tx.one(select_by_id, {{"id", id}}, read_message);
}

std::optional<Message> find_by_cause(sql::Read& tx, std::string_view cause) {
    return tx.one(select_by_cause, {{"cause", cause}}, read_message);
}

std::vector<Message> of_report(sql::Read& tx, ReportId report) {
    return tx.all(select_of_report, {{"report", report}}, read_message);
}

int give_to_case(sql::Write& tx, ReportId report, CaseFileId file) {
    return tx.run(join_case, {{"case_file", file}, {"report", report}});
}

std::vector<Message> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_of_case, {{"case_file", file}, {"limit", limit}, {"offset", offset}}, read_message);
}

int count_of_case(sql::Read& tx, CaseFileId file) {
    return tx.value<int>(select_count, {{"case_file", file}}).value_or(0);
}

std::vector<Message> waiting_with_officers(sql::Read& tx, CaseFileId file) {
    return tx.all(select_naming, {{"case_file", file}}, read_message);
}

std::vector<Message> waiting_of_wording(sql::Read& tx, CaseFileId file, std::string_view wording) {
    return tx.all(select_waiting_of_wording, {{"case_file", file}, {"wording", wording}}, read_message);
}

std::vector<MessageId> due(sql::Read& tx, Channel channel, Instant now, int limit) {
    return tx.values<MessageId>(select_due, {{"channel", channel}, {"now", now}, {"limit", limit}});
}

std::optional<Message> lease(sql::Write& tx, MessageId id, Instant now, Instant until) {
    if (tx.run(lease_message, {{"until", until}, {"id", id}, {"now", now}}) == 0) return std::nullopt;
    return find(tx, id);
}

std::vector<Message> unposted_since(sql::Read& tx, Instant before, int limit) {
    return tx.all(select_unposted, {{"before", before}, {"limit", limit}}, read_message);
}

bool after_attempt(sql::Write& tx, Message& message) {
    if (tx.run(finish_attempt, changeable(message)) == 0) return false;
    ++message.version;
    return true;
}

}  // namespace doorstep::storage::messages
