/**
 * Where an island lets areas be drawn on the unit's wards and writes them into the text field below. It stays out of
 * sight until the island runs: without script a file or text does the same. What is said of the drawing stands below
 * the map, so that the map does not move under the pointer when it grows by a line.
 */
export function DrawArea({ boundariesAddress }: { boundariesAddress: string }) {
  return (
    <section class="w-noprint w-draw" id="draw-area" aria-labelledby="draw-it" hidden>
      <h3 class="w-h3" id="draw-it">
        Draw it on the map
      </h3>
      <p class="w-body" id="draw-how">
        Click on the map, corner after corner. Or by keyboard: on the map, the arrow keys move it under the cross, + and
        − zoom, and Enter puts a corner at the cross. What you draw is written into the text below.
      </p>
      <div class="w-wardmap__buttons">
        <MapButton action="corner" text="Put a corner at the cross" />
        <MapButton action="undo" text="Undo" />
        <MapButton action="close" text="Close the area" />
        <MapButton action="clear" text="Clear" />
        <MapButton action="in" text="Zoom in" />
        <MapButton action="out" text="Zoom out" />
        <MapButton action="whole" text="Whole unit" />
      </div>
      <div
        class="w-wardmap__canvas w-draw__canvas"
        data-boundaries={boundariesAddress}
        data-label="Map of the wards to draw an area on"
      >
        <span class="w-draw__cross" aria-hidden="true" />
      </div>
      <p class="w-draw__told">
        <span data-told role="status">
          No corner yet.
        </span>{' '}
        <span data-under aria-live="polite" />
      </p>
      <div class="w-form w-draw__typed">
        <div class="govuk-form-group">
          <label class="govuk-label" for="corner">
            A corner by longitude and latitude, such as -0.105, 51.54
          </label>
          <input class="govuk-input govuk-input--width-20" id="corner" type="text" autocomplete="off" />
        </div>
        <MapButton action="typed" text="Add this corner" />
      </div>
    </section>
  );
}

function MapButton({ action, text }: { action: string; text: string }) {
  return (
    <button type="button" class="govuk-button govuk-button--secondary" data-draw={action}>
      {text}
    </button>
  );
}
