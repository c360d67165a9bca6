#include "usecases/demo/stories.h"

#include <algorithm>
#include <array>
#include <map>

#include "usecases/risk/taken_as_high.h"

namespace doorstep::usecases::demo {
namespace {

// January to December.
constexpr std::array summer_months{0.72, 0.75, 0.9, 1.05, 1.25, 1.45, 1.55, 1.5, 1.15, 0.95, 0.8, 0.85};
constexpr std::array even_months{1.02, 0.97, 1.0, 0.98, 1.0, 1.02, 1.04, 1.02, 1.0, 1.03, 0.99, 0.93};
// Monday to Sunday.
constexpr std::array weekdays{1.35, 1.1, 1.05, 1.0, 1.0, 0.65, 0.6};
constexpr double growth_a_year = 0.08;

constexpr double share_everyday = 0.11;  // of cases
constexpr double share_signposted = 0.13;
constexpr double share_withdrawn = 0.02;

double month_factor(CategoryWords const& category, Date day) {
    auto const month = static_cast<std::size_t>(day.month() - 1);
    return category.summer ? summer_months[month] : even_months[month];
}

/// Days by how much comes in on them.
class Arrivals {
  public:
    explicit Arrivals(World const& world) : world_(world) {
        double total = 0;
        for (Date day = world.start; day < world.as_of; day = day.plus_days(1)) {
            double weight = 0;
            for (auto const& category : world.data.categories)
                weight += category.weight * month_factor(category, day);
            weight *= weekdays[static_cast<std::size_t>(day.weekday()) - 1];
            weight *= 1 + growth_a_year * days_between(world.start, day) / 365.25;
            if (!world.hours.is_working_day(day) && day.weekday() < Weekday::saturday) weight *= 0.55;
            total += weight;
            upto_.push_back(total);
        }
    }
    Date day(Random& random) const {
        auto const mark = random.unit() * upto_.back();
        auto const found = std::upper_bound(upto_.begin(), upto_.end(), mark);
        return world_.start.plus_days(static_cast<int>(found - upto_.begin()));
    }
    std::size_t category(Date day, Random& random) const {
        std::vector<double> weights;
        auto const& categories = world_.settings.list("categories");
        for (auto const& category : world_.data.categories) {
            auto const* entry = categories.find(category.code, day);
            bool const in_use = entry && entry->is_in_use(day);
            weights.push_back(in_use ? category.weight * month_factor(category, day) : 0.0);
        }
        return random.weighted(weights);
    }

  private:
    World const& world_;
    std::vector<double> upto_;
};

constexpr std::array channel_weights{34.0, 37.0, 10.0, 2.0, 4.0, 4.0, 5.0, 4.0};

/// Online and e-mail at any hour, most in the evening; the rest when somebody is there to take it.
Instant time_of_report(World const& world, std::string const& channel, Date day, Random& random) {
    if (channel != "online" && channel != "email") return world.hours.on(day, random);
    static std::vector<double> const hours{2, 1, 1, 0.5, 0.3, 0.5, 1, 2, 4, 5, 5, 5,
                                           5, 4, 4, 4,   5,   6,   8, 9, 9, 8, 6, 4};
    auto const hour = static_cast<int>(random.weighted(hours));
    return london_instant(day, {hour, random.below(60)}).plus_milliseconds(random.below(60'000));
}

Instant decided_after(World const& world, Story const& story, Random& random) {
    if (story.taken_as_high) return world.hours.after(story.received_at.plus_seconds(600), random);
    auto const day = london_date(story.received_at);
    int const waited = world.is_backlog(day) ? random.low_between(1, 6) : random.low_between(0, 2);
    auto const first = world.hours.after(story.received_at.plus_seconds(900), random);
    return waited == 0 ? first : world.hours.on(world.hours.plus(london_date(first), waited), random);
}

class Planner {
  public:
    Planner(World const& world, std::int64_t cases) : world_(world), arrivals_(world), cases_(cases) {
        for (auto const& category : world.data.categories)
            high_.push_back(risk::is_taken_as_high(
                world.settings,
                {.kinds = {category.code}, .hate = false, .in_danger = false, .self_harm = false},
                world.as_of));
    }

    Stories plan() {
        for (std::int64_t n = 0; n < cases_; ++n) add(StoryKind::case_file);
        auto const times = [&](double share) {
            return static_cast<std::int64_t>(share * static_cast<double>(cases_));
        };
        for (std::int64_t n = 0; n < times(share_everyday); ++n) add(StoryKind::everyday_noise);
        for (std::int64_t n = 0; n < times(share_signposted); ++n) add(StoryKind::signposted);
        for (std::int64_t n = 0; n < times(share_withdrawn); ++n) add(StoryKind::withdrawn);
        auto const waiting = std::clamp<std::int64_t>(cases_ / 250, 6, 60);
        for (std::int64_t n = 0; n < waiting; ++n)
            add_recent(n % 6 == 5 ? StoryKind::being_looked_at : StoryKind::waiting);
        sort();
        relate();
        give_numbers();
        return std::move(stories_);
    }

  private:
    Random random_for(std::uint64_t number) const { return Random(seed_of(world_.seed, 100 + 8 * number)); }

    Story begin(StoryKind kind, Random& random, Date day) {
        Story story;
        story.number = next_++;
        story.kind = kind;
        auto const& categories = world_.data.categories;
        story.category = static_cast<std::uint8_t>(arrivals_.category(day, random));
        if (kind == StoryKind::everyday_noise)
            for (std::size_t n = 0; n < categories.size(); ++n)
                if (categories[n].code == "noise") story.category = static_cast<std::uint8_t>(n);
        static std::vector<double> const weights(channel_weights.begin(), channel_weights.end());
        story.channel = static_cast<std::uint8_t>(random.weighted(weights));
        story.in_danger = random.chance(0.09 * categories[story.category].severity);
        story.taken_as_high = story.in_danger || high_[story.category];
        story.received_at = time_of_report(world_, channels()[story.channel], day, random);
        return story;
    }

    void add(StoryKind kind) {
        auto random = random_for(next_);
        while (true) {
            auto story = begin(kind, random, arrivals_.day(random));
            story.opened_at = decided_after(world_, story, random);
            if (story.opened_at >= world_.now) {
                --next_;
                continue;
            }
            if (kind == StoryKind::case_file) add_later(story, random);
            stories_.in_order.push_back(std::move(story));
            return;
        }
    }

    void add_recent(StoryKind kind) {
        auto random = random_for(next_);
        auto const day = world_.as_of.plus_days(-random.low_between(1, 5));
        auto story = begin(kind, random, day);
        while (story.received_at >= world_.now) story.received_at = story.received_at.plus_hours(-24);
        story.opened_at = story.received_at.plus_seconds(3600 + random.below(7200));
        if (story.opened_at >= world_.now) story.opened_at = world_.now.plus_seconds(-60);
        if (story.received_at >= story.opened_at) story.received_at = story.opened_at.plus_seconds(-60);
        stories_.in_order.push_back(std::move(story));
    }

    void add_later(Story& story, Random& random) {
        static std::vector<double> const weights{78, 14, 5, 2, 1};
        auto const count = random.weighted(weights);
        auto day = london_date(story.opened_at);
        for (std::size_t n = 0; n < count; ++n) {
            day = day.plus_days(random.low_between(1, 40));
            auto const at = time_of_report(world_, channels()[random.chance(0.5) ? 0U : 1U], day, random);
            if (at >= world_.now) return;
            story.later.push_back({at, 0});
        }
    }

    void sort() {
        auto& stories = stories_.in_order;
        std::sort(stories.begin(), stories.end(), [](Story const& a, Story const& b) {
            return std::pair(a.received_at, a.number) < std::pair(b.received_at, b.number);
        });
        stories_.place_of.resize(stories.size());
        for (std::size_t n = 0; n < stories.size(); ++n)
            stories_.place_of[stories[n].number] = static_cast<std::uint32_t>(n);
    }

    /// Some cases belong with one of a little earlier.
    void relate() {
        auto& stories = stories_.in_order;
        for (std::size_t n = 0; n < stories.size(); ++n) {
            auto& story = stories[n];
            if (story.kind != StoryKind::case_file) continue;
            Random random(seed_of(world_.seed, 101 + 8 * story.number));
            bool const counter = random.chance(0.035);
            bool const again = !counter && random.chance(0.06);
            if (!counter && !again) continue;
            auto const back =
                static_cast<std::size_t>(counter ? random.between(3, 60) : random.between(60, 900));
            if (back > n) continue;
            auto const& earlier = stories[n - back];
            if (earlier.kind != StoryKind::case_file || earlier.relation != Relation::none) continue;
            if (world_.data.categories[earlier.category].code == "abuse-of-staff") continue;
            story.relation = counter ? Relation::counter : Relation::again;
            story.of = earlier.number;
            if (counter) story.in_danger = false;
        }
    }

    struct Numbered {
        Instant at;
        std::uint64_t story;
        std::int32_t* number;
        auto operator<=>(Numbered const& other) const {
            if (auto const by_time = at <=> other.at; by_time != 0) return by_time;
            return story <=> other.story;
        }
        bool operator==(Numbered const&) const = default;
    };

    void number(std::vector<Numbered> all, std::string const& kind) {
        std::sort(all.begin(), all.end());
        std::map<int, std::int64_t> next;
        for (auto const& each : all)
            *each.number = static_cast<std::int32_t>(++next[london_date(each.at).year()]);
        for (auto const& [year, last] : next) stories_.counters.push_back({kind, year, last + 1});
    }

    void give_numbers() {
        std::vector<Numbered> reports;
        std::vector<Numbered> cases;
        for (auto& story : stories_.in_order) {
            reports.push_back({story.received_at, story.number, &story.report_number});
            for (auto& later : story.later)
                reports.push_back({later.received_at, story.number, &later.number});
            if (story.kind == StoryKind::case_file)
                cases.push_back({story.opened_at, story.number, &story.case_number});
        }
        number(std::move(reports), "report");
        number(std::move(cases), "case");
    }

    World const& world_;
    Arrivals arrivals_;
    std::int64_t cases_;
    std::vector<bool> high_;  ///< by category: high risk until assessed
    std::uint64_t next_ = 0;
    Stories stories_;
};

}  // namespace

std::vector<std::string> const& channels() {
    static std::vector<std::string> const all{"online", "telephone", "email",      "letter",
                                              "office", "visit",     "visit-note", "partner"};
    return all;
}

Stories plan_stories(World const& world, std::int64_t cases) { return Planner(world, cases).plan(); }

}  // namespace doorstep::usecases::demo
