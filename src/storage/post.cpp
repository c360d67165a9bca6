#include "storage/post.h"

#include "storage/message_rows.h"

namespace doorstep::storage::post {
namespace {

using messages::read_message_row;

/// Letters of the scope; a condition follows.
std::string letters_seen(std::string_view columns) {
    return "SELECT " + std::string(columns) + R"sql(
    FROM message m LEFT JOIN case_file c ON c.id = m.case_file_id LEFT JOIN report r ON r.id = m.report_id
    WHERE m.channel = 'letter'
        AND CASE WHEN c.id IS NOT NULL THEN )sql" +
           std::string(visible_case) + R"sql(
            ELSE r.id IS NULL OR NOT r.high_profile OR :sees_restricted_reports END AND )sql";
}

constexpr std::string_view columns = MESSAGE_COLUMNS ", coalesce(c.reference, '')";

sql::Query const select_to_post{"post.to_post",
                                letters_seen(columns) +
                                    "m.state = 'waiting' AND m.not_before <= :now "
                                    "ORDER BY m.created_at, m.id LIMIT :limit OFFSET :offset"};
sql::Query const select_posted{"post.posted",
                               letters_seen(columns) +
                                   "m.state = 'sent' AND m.sent_at >= :since "
                                   "ORDER BY m.sent_at DESC, m.id DESC LIMIT :limit OFFSET :offset"};
sql::Query const select_returned{"post.returned",
                                 letters_seen(columns) +
                                     "m.state = 'sent' AND m.returned_on >= :since "
                                     "ORDER BY m.returned_on DESC, m.id DESC LIMIT :limit OFFSET :offset"};
sql::Query const select_one{"post.find", letters_seen(columns) + "m.id = :id"};
std::string count_of(std::string_view condition) {
    return "(" + letters_seen("count(*)") + std::string(condition) + ")";
}

// Each count by the index that holds only its letters.
sql::Query const select_counts{"post.counts",
                               "SELECT " + count_of("m.state = 'waiting' AND m.not_before <= :now") + ", " +
                                   count_of("m.state = 'sent' AND m.sent_at >= :posted_since") + ", " +
                                   count_of("m.state = 'sent' AND m.returned_on >= :returned_since")};

Letter read_letter(sql::Row& row) {
    Letter letter;
    letter.message = read_message_row(row, letter.case_reference);
    return letter;
}

std::vector<sql::Parameter> parameters_of(PostScope const& scope) {
    std::vector<sql::Parameter> parameters{{"sees_restricted_reports", scope.sees_restricted_reports}};
    add_scope(parameters, scope.cases);
    return parameters;
}

}  // namespace

std::vector<Letter> to_post(sql::Read& tx, PostScope const& scope, Instant now, int limit, int offset) {
    auto parameters = parameters_of(scope);
    parameters.emplace_back("now", now);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(select_to_post, parameters, read_letter);
}

std::vector<Letter> posted(sql::Read& tx, PostScope const& scope, Instant since, int limit, int offset) {
    auto parameters = parameters_of(scope);
    parameters.emplace_back("since", since);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(select_posted, parameters, read_letter);
}

std::vector<Letter> returned(sql::Read& tx, PostScope const& scope, Date since, int limit, int offset) {
    auto parameters = parameters_of(scope);
    parameters.emplace_back("since", since);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(select_returned, parameters, read_letter);
}

Counts counts(sql::Read& tx, PostScope const& scope, Instant now, Instant posted_since, Date returned_since) {
    auto parameters = parameters_of(scope);
    parameters.emplace_back("now", now);
    parameters.emplace_back("posted_since", posted_since);
    parameters.emplace_back("returned_since", returned_since);
    Counts found;
    tx.each(select_counts, parameters,
            [&](sql::Row& row) { row.read(found.to_post, found.posted, found.returned); });
    return found;
}

std::optional<Letter> find(sql::Read& tx, PostScope const& scope, MessageId id) {
    auto parameters = parameters_of(scope);
    parameters.emplace_back("id", id);
    return tx.one(select_one, parameters, read_letter);
}

}  // namespace doorstep::storage::post
