#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/working_days.h"
#include "domain/questions/question_set.h"
#include "legal/lists.h"
#include "legal/standards.h"
#include "storage/sql/database.h"

namespace doorstep::legal {
class Law;
}

namespace doorstep::usecases {

/// Whose site it is and how to reach them (A09). Kept in the `site` table, one row per key.
struct Site {
    std::string landlord_name = "Your landlord";
    std::string team_name = "Anti-social behaviour team";
    std::string telephone;
    std::string telephone_hours;
    std::string email;
    std::string postal_address;
    /// Where residents reach this site, "https://asb.elmfield.example"; empty while nobody said: then no
    /// letter carries a link.
    std::string web_address;
    std::string brand_colour = "#0b4f4a";
    std::string exit_page = "https://www.bbc.co.uk/weather";
    /// What the landlord is in law, as law/powers.toml names bodies: it decides which powers are ours.
    std::string body = "registered-provider-non-profit";
    Division division = Division::england_and_wales;
    bool is_demo = false;
    /// Homes owned, for rates; 0 when not known.
    std::int64_t homes = 0;
    /// From which day a measure was collected here, where that is later than everything else: one key
    /// "collected_from.<measure>" each, so that figures say "not collected" for earlier periods and not
    /// nought.
    std::map<std::string, Date, std::less<>> collected_from;
};

/// A letter, notice or page: the newest version published by its day.
struct Wording {
    std::string code;
    std::string language;  ///< "en" or "cy"
    int version = 0;       ///< 0 for the one that ships
    std::string subject;
    std::string body;  ///< Markdown with merge fields
    Date in_use_from;
};

/// Everything a landlord can set, as it stood at one moment. Immutable: a request keeps the one it began
/// with.
class Settings {
  public:
    legal::Standards const& standards() const { return standards_; }
    /// The law as shipped, with the start dates that this site has set (legal/law.h).
    legal::Law const& law() const { return *law_; }
    legal::List const& list(std::string_view name) const;  ///< unknown names are bugs
    Site const& site() const { return site_; }
    /// The version in use on the day, or a stated version.
    domain::questions::QuestionSet const& question_set(std::string_view code, Date on) const;
    domain::questions::QuestionSet const& question_set(std::string_view code, int version) const;
    std::vector<domain::questions::QuestionSet> const& question_sets() const { return question_sets_; }
    /// English where the other language has none; `language` of the result says which it is.
    Wording const& wording(std::string_view code, std::string_view language, Date on) const;
    std::vector<Wording> const& wordings() const { return wordings_; }
    std::map<std::string, legal::List, std::less<>> const& lists() const { return lists_; }
    /// Different for every loading of settings in this process.
    std::uint64_t number() const { return number_; }

  private:
    friend class SettingsSource;
    legal::Standards standards_ = legal::Standards::defaults();
    std::shared_ptr<legal::Law const> law_;
    std::map<std::string, legal::List, std::less<>> lists_;
    Site site_;
    std::vector<domain::questions::QuestionSet> question_sets_;
    std::vector<Wording> wordings_;
    std::uint64_t number_ = 0;
};

/// Loads settings and keeps them fresh: after a change here at once (reload), after a change by another
/// process within a second (refresh_if_changed, called by the scheduler).
class SettingsSource {
  public:
    explicit SettingsSource(storage::sql::Database& database);
    std::shared_ptr<Settings const> current() const;
    void reload();
    void refresh_if_changed();

  private:
    storage::sql::Database& database_;
    mutable std::mutex mutex_;
    std::shared_ptr<Settings const> current_;
    std::string version_;
};

/// Writes one of the site's values and marks the settings as changed. Call inside a change that records an
/// event.
void set_site_value(storage::sql::Write& tx, std::string_view key, std::string_view value);
/// Marks the settings as changed, after writing a list entry, wording, question set or standard.
void mark_settings_changed(storage::sql::Write& tx, Instant now);

}  // namespace doorstep::usecases
