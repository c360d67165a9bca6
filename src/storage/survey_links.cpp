#include "storage/survey_links.h"

namespace doorstep::storage::survey_links {
namespace {

sql::Query const delete_links{"survey_links.forget", "DELETE FROM survey_link WHERE survey_id = :survey"};
sql::Query const insert_link{"survey_links.insert", R"sql(
    INSERT INTO survey_link (secret_hash, survey_id, made_at, expires_on) VALUES (:hash, :survey, :now, :expires_on)
)sql"};
sql::Query const select_link{
    "survey_links.find", "SELECT survey_id, expires_on, used_at FROM survey_link WHERE secret_hash = :hash"};
sql::Query const use_links{
    "survey_links.use",
    "UPDATE survey_link SET used_at = :now WHERE survey_id = :survey AND used_at IS NULL"};

}  // namespace

void insert(sql::Write& tx, std::string_view secret_hash, SurveyId survey, Instant now, Date expires_on) {
    tx.run(delete_links, {{"survey", survey}});
    tx.run(insert_link,
           {{"hash", secret_hash}, {"survey", survey}, {"now", now}, {"expires_on", expires_on}});
}

std::optional<Link> find(sql::Read& tx, std::string_view secret_hash) {
    return tx.one(select_link, {{"hash", secret_hash}}, [](sql::Row& row) {
        Link link;
        row.read(link.survey, link.expires_on, link.used_at);
        return link;
    });
}

void use(sql::Write& tx, SurveyId survey, Instant now) {
    tx.run(use_links, {{"survey", survey}, {"now", now}});
}

}  // namespace doorstep::storage::survey_links
