#include "storage/survey_comments.h"

namespace doorstep::storage::surveys {
namespace {

sql::Query const insert_comment{"survey_comments.insert", R"sql(
    INSERT INTO survey_comment (id, survey_id, said_on, words, kind, category, sorted_by, sorted_at)
    VALUES (:id, :survey, :said_on, :words, :kind, :category, :sorted_by, :sorted_at)
)sql"};

sql::Query const sort_comment{"survey_comments.sort", R"sql(
    UPDATE survey_comment SET kind = :kind, category = :category, sorted_by = :by, sorted_at = :now
    WHERE id = :id AND sorted_at IS NOT DISTINCT FROM :seen
)sql"};

#define COMMENT_COLUMNS "m.id, m.survey_id, m.said_on, m.words, m.kind, m.category, m.sorted_by, m.sorted_at"

constexpr std::string_view of_case = R"sql(
    SELECT )sql" COMMENT_COLUMNS R"sql(, c.id, c.reference, coalesce(r.name, '')
    FROM survey_comment m
    JOIN survey s ON s.id = m.survey_id
    JOIN case_file c ON c.id = s.case_file_id
    LEFT JOIN area r ON r.id = s.area_id
)sql";

constexpr std::string_view in_filter = R"sql(
    WHERE m.said_on >= :from AND m.said_on < :until AND (CAST(:kind AS TEXT) IS NULL OR m.kind = :kind) AND
)sql";

sql::Query const select_one{"survey_comments.by_id", std::string(of_case) + " WHERE m.id = :id"};

sql::Query const select_page{"survey_comments.page",
                             std::string(of_case) + std::string(in_filter) + std::string(visible_case) +
                                 " ORDER BY m.said_on DESC, m.id DESC LIMIT :limit OFFSET :offset"};

sql::Query const select_of_survey{"survey_comments.of_survey",
                                  "SELECT " COMMENT_COLUMNS
                                  " FROM survey_comment m WHERE m.survey_id = :survey ORDER BY m.id"};

sql::Query const select_counts{"survey_comments.counts", R"sql(
    SELECT m.kind, m.category, count(*)
    FROM survey_comment m
    JOIN survey s ON s.id = m.survey_id
    JOIN case_file c ON c.id = s.case_file_id
)sql" + std::string(in_filter) + std::string(visible_case) + " GROUP BY m.kind, m.category"};

sql::Query const select_unsorted{"survey_comments.next_unsorted", R"sql(
    SELECT m.id FROM survey_comment m
    JOIN survey s ON s.id = m.survey_id
    JOIN case_file c ON c.id = s.case_file_id
    WHERE m.kind = 'not-sorted' AND m.id <> :except AND
)sql" + std::string(visible_case) + " ORDER BY m.said_on, m.id LIMIT 1"};

Comment read_comment(sql::Row& row) {
    Comment c;
    row.read(c.id, c.survey, c.said_on, c.words, c.kind, c.category, c.sorted_by, c.sorted_at);
    return c;
}

CommentOfCase read_of_case(sql::Row& row) {
    CommentOfCase found;
    auto& c = found.comment;
    row.read(c.id, c.survey, c.said_on, c.words, c.kind, c.category, c.sorted_by, c.sorted_at,
             found.case_file, found.reference, found.area_name);
    return found;
}

std::vector<sql::Parameter> parameters_of(CommentFilter const& filter) {
    std::vector<sql::Parameter> parameters{
        {"from", filter.said.from}, {"until", filter.said.until}, {"kind", filter.kind}};
    add_scope(parameters, filter.scope);
    return parameters;
}

}  // namespace

void insert(sql::Write& tx, Comment const& comment) {
    tx.run(insert_comment, {{"id", comment.id},
                            {"survey", comment.survey},
                            {"said_on", comment.said_on},
                            {"words", comment.words},
                            {"kind", comment.kind},
                            {"category", comment.category},
                            {"sorted_by", comment.sorted_by},
                            {"sorted_at", comment.sorted_at}});
}

bool sort(sql::Write& tx, std::string_view id, CommentKind kind, std::string_view category, AccountId by,
          Instant now, std::optional<Instant> seen) {
    return tx.run(sort_comment, {{"id", id},
                                 {"kind", kind},
                                 {"category", category},
                                 {"by", by},
                                 {"now", now},
                                 {"seen", seen}}) > 0;
}

std::optional<CommentOfCase> find_comment(sql::Read& tx, std::string_view id) {
    return tx.one(select_one, {{"id", id}}, read_of_case);
}

std::vector<Comment> comments_of(sql::Read& tx, SurveyId survey) {
    return tx.all(select_of_survey, {{"survey", survey}}, read_comment);
}

std::vector<CommentOfCase> comments(sql::Read& tx, CommentFilter const& filter, int limit, int offset) {
    auto parameters = parameters_of(filter);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.all(select_page, parameters, read_of_case);
}

std::vector<CommentCount> comment_counts(sql::Read& tx, CommentFilter const& filter) {
    return tx.all(select_counts, parameters_of(filter), [](sql::Row& row) {
        CommentCount c;
        row.read(c.kind, c.category, c.count);
        return c;
    });
}

std::optional<std::string> next_unsorted(sql::Read& tx, CaseScope const& scope, std::string_view except) {
    std::vector<sql::Parameter> parameters{{"except", except}};
    add_scope(parameters, scope);
    return tx.value<std::string>(select_unsorted, parameters);
}

}  // namespace doorstep::storage::surveys
