#pragma once

#include <optional>
#include <string_view>

#include "domain/surveys/survey.h"
#include "storage/sql/database.h"

/// One-off links to answer a survey online (R41). Only a hash of the secret is kept.
namespace doorstep::storage::survey_links {

struct Link {
    SurveyId survey;
    Date expires_on;  ///< the last day it opens
    std::optional<Instant> used_at;
};
/// Links made before for the same survey open no more.
void insert(sql::Write& tx, std::string_view secret_hash, SurveyId survey, Instant now, Date expires_on);
std::optional<Link> find(sql::Read& tx, std::string_view secret_hash);
void use(sql::Write& tx, SurveyId survey, Instant now);

}  // namespace doorstep::storage::survey_links
